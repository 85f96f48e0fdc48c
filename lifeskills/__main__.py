"""Run the command line as `python -m lifeskills`."""

from lifeskills.cli import main

if __name__ == "__main__":
    main()
