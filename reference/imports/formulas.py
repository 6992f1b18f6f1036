"""Cells that a spreadsheet would run as a formula: plain text on export, restored on import."""

import re

# A tab and a return count too: spreadsheets drop them and look at what follows.
ARMED = re.compile("'*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")
NUMBER = re.compile(r"-[\d.]+[+%]?", re.ASCII)


def disarmed(cell: str) -> str:
    """With an apostrophe before what would be a formula; a negative number or share is none."""
    return f"'{cell}" if ARMED.match(cell) and not NUMBER.fullmatch(cell) else cell


def rearmed(cell: str) -> str:
    """What `disarmed` was given."""
    return cell[1:] if cell.startswith("'") and ARMED.match(cell) else cell
