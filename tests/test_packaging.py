"""What is shipped: the wheel holds what git tracks, the locks hold everywhere."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import lifeskills

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = (
    "book print lesson-page --course tricks-people-use --audience g7-9 --place guizhou --lang zh"
    " --on 2027-03-01 --format html"
)
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked(*folders: str) -> set[str]:
    listed = run("git", "-c", "core.quotePath=false", "ls-files", "-z", *folders).split("\0")
    return {name for name in listed if name and (ROOT / name).is_file()}


def pins(lock: str) -> dict[str, set[str]]:
    """Package → pinned versions (more than one where systems differ)."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+)==(\S+)", line):
            found.setdefault(match[1], set()).add(match[2])
    return found


def test_version_is_the_same_in_package_and_project() -> None:
    assert PROJECT["project"]["version"] == lifeskills.__version__


def test_changelog_has_a_place_for_the_next_change() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_shipped_folder_exists_only_in_the_wheel() -> None:
    """In the tree it would hide plugins/ and curricula/."""
    assert not (ROOT / "lifeskills" / "_shipped").exists()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_is_good_on_every_machine(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert not re.findall(r"\S*://\S*|file:\S*|^\s*-(?!-hash)\S+", text, re.MULTILINE)
    assert not re.findall(r"^(?!#)\S[^\n]*(?<!\\)$", text, re.MULTILINE), "a line without a hash"


def test_lock_pins_every_requirement() -> None:
    wanted = {
        re.split(r"[><=!~; \[]", need)[0].lower() for need in PROJECT["project"]["dependencies"]
    }

    assert wanted <= set(pins(LOCKS[0]))


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    both = pins(LOCKS[1])

    assert pins(LOCKS[0]) == {name: both.get(name) for name in pins(LOCKS[0])}


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from it, out of a copy of the tracked files."""
    copy = tmp_path_factory.mktemp("tracked")
    for name in tracked():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((ROOT / name).read_bytes())
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, copy)
    return next(dist.glob("*.tar.gz")), next(dist.glob("*.whl"))


@pytest.mark.slow
def test_wheel_holds_every_tracked_file(artefacts: tuple[Path, Path]) -> None:
    """A folder forgotten in the sdist's list would be missing without a word."""
    expected = tracked("lifeskills") | {
        f"lifeskills/_shipped/{name}" for name in tracked("plugins", "curricula")
    }
    with zipfile.ZipFile(artefacts[1]) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert expected == held


@pytest.mark.slow
def test_sdist_holds_what_its_tests_need(artefacts: tuple[Path, Path]) -> None:
    with tarfile.open(artefacts[0]) as sdist:
        held = {name.partition("/")[2] for name in sdist.getnames()}

    assert tracked("lifeskills", "plugins", "curricula", "tests", "docs") <= held
    assert {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml"} <= held


def assert_same(there: list[str | Path], env: dict[str, str], folder: Path) -> None:
    """The installed program lists the same lessons and plugins as the checkout, and prints the same page."""
    here = [sys.executable, "-P", "-m", "lifeskills"]
    where = [there[0], "-P", "-c", "import lifeskills; print(lifeskills.__file__)"]
    assert run(*where, cwd=folder, env=env).startswith(str(folder))
    for verb in ("lesson", "plugin", "pack", "story", "book"):
        listed = run(*there, verb, "list", "--json", cwd=folder, env=env)
        assert run(*here, verb, "list", "--json", cwd=folder) == listed
    run(*there, *PAGE.split(), "-o", "there.html", cwd=folder, env=env)
    run(*here, *PAGE.split(), "-o", "here.html", cwd=folder)
    assert (folder / "here.html").read_bytes() == (folder / "there.html").read_bytes()


@pytest.mark.slow
def test_wheel_runs_outside_the_checkout(artefacts: tuple[Path, Path], tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", installed, artefacts[1])
    path = os.pathsep.join([str(installed), *(p for p in sys.path if "site-packages" in p)])
    env = os.environ | {"PYTHONPATH": path, "HOME": str(tmp_path)}

    assert_same([sys.executable, "-P", "-m", "lifeskills"], env, tmp_path)


@pytest.mark.external
def test_wheel_installs_into_an_empty_environment(
    artefacts: tuple[Path, Path], tmp_path: Path
) -> None:
    """As a stranger installs it: a new environment, the locked packages, the wheel."""
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [scripts / "python", "-m", "pip", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=tmp_path)
    run(*pip, artefacts[1], cwd=tmp_path)
    env = os.environ | {"HOME": str(tmp_path)}

    assert_same([scripts / "python", "-P", "-m", "lifeskills"], env, tmp_path)
    assert "lesson" in run(scripts / "lifeskills", "--help", cwd=tmp_path, env=env)


@pytest.mark.external
def test_every_package_comes_as_a_windows_wheel() -> None:
    assert "wheels for Windows" in run(sys.executable, ROOT / ".ci" / "windows-wheels")
