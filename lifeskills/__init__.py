"""lifeskills: participatory life-skills lessons, taught, recorded, followed up and printed."""

__version__ = "0.1.0"
