"""Rules that the readers themselves keep, by id: what each asks, in one line."""

from __future__ import annotations

from collections.abc import Mapping

READING_RULES: Mapping[str, str] = {
    "block-empty": "A block has text",
    "block-unknown": "A block's kind is one of the list",
    "bytes": "A file is UTF-8",
    "close-without-open": "::: closes a block that is open",
    "control": "No control characters stand in a file",
    "course-twice": "A course is in one pack only",
    "fence-unclosed": "A code fence is closed",
    "file-name": "A file says its language: NAME.LANGUAGE.md",
    "frame-attribute": "Braces hold #id, .kind and key=value, nothing else",
    "frame-line": "A line with ::: opens or closes a block",
    "front-missing": "A file begins with front matter",
    "front-unclosed": "Front matter is closed with +++",
    "full-width": "No full-width ：｛｝＃＝ in frame lines and references",
    "heading": "No headings stand inside a block",
    "html": "No raw HTML stands in the text",
    "id-missing": "A step has an id",
    "id-twice": "An id stands once in a file",
    "indented": "Frame lines begin at the first column",
    "key-missing": "Every key that is needed is there",
    "key-twice": "A key stands once on a line",
    "key-unknown": "Every key is one of the list",
    "key-value": "A key's value is of its kind",
    "mark-unknown": "A word with a dot is a mark or the one activity",
    "nested": "Blocks never nest",
    "outside": "All text stands in a block",
    "pack-api": "The pack was made for this version or an earlier one",
    "pack-twice": "A pack's id is there once",
    "reference": "What stands in braces is a reference: {kind:id}",
    "step-heading": "A step heading ends in {#id …}",
    "story-data": "A story has a passage StoryData",
    "story-heading": "A passage heading is :: name [tags] {metadata}",
    "story-json": "Metadata is JSON between braces",
    "story-tag": "A passage's tags are of the list",
    "toml": "Front matter and tables are TOML",
    "unclosed": "Every block is closed",
    "unreadable": "Every file can be read",
}
