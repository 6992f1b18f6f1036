"""The text of a cell of O*NET → what a stage holds. Raises Fault, which names the column."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from reference.federal.cells import plain
from reference.federal.feeds import Fault
from reference.imports.errors import quoted

CODE = "O*NET-SOC Code"
ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}", re.ASCII)
NUMBER = re.compile(r"\d{1,3}(\.\d{1,20})?", re.ASCII)
WHOLE = re.compile(r"\d{1,4}", re.ASCII)
HUNDREDTH = Decimal("0.01")


def stated(cell: str) -> str:
    """Blank where the file has no value: Excel leaves the cell empty, the text edition says n/a."""
    text = cell.strip()
    return "" if text == "n/a" else text


def onet_code(text: str, column: str = CODE) -> str:
    if ONET_CODE.fullmatch(text):
        return text
    reason = _("%s is not an O*NET-SOC code; write it as 15-2051.01")
    raise Fault(column, reason % quoted(text))


def name(text: str, column: str, longest: int) -> str:
    said = plain(text, column, longest)
    if not said:
        raise Fault(column, _("is blank; download the file again"))
    return said


def score(text: str, column: str, lowest: int, highest: int) -> str:
    """With two decimals, as O*NET publishes them."""
    if NUMBER.fullmatch(text) and lowest <= Decimal(text) <= highest:
        return str(Decimal(text).quantize(HUNDREDTH))
    raise Fault(column, _outside(text, lowest, highest))


def whole(text: str, column: str, lowest: int, highest: int) -> int:
    if WHOLE.fullmatch(text) and lowest <= int(text) <= highest:
        return int(text)
    raise Fault(column, _outside(text, lowest, highest))


def flag(text: str, column: str) -> int:
    if text in ("Y", "N", ""):
        return int(text == "Y")
    raise Fault(column, _("%s is neither Y nor N") % quoted(text))


def _outside(text, lowest, highest) -> str:
    words = {"text": quoted(text), "lowest": lowest, "highest": highest}
    return _("%(text)s is not a number from %(lowest)d to %(highest)d") % words
