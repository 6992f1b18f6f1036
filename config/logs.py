"""Log lines that a visitor's text cannot forge."""

import logging
import re

# C0, DEL, C1, and the two separators that some viewers break lines at
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def escape(text: str) -> str:
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


class EscapingFormatter(logging.Formatter):
    """One record, one line; a traceback follows indented, so that no line of it looks like one."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return escape(super().formatMessage(record))

    def formatException(self, ei) -> str:
        lines = super().formatException(ei).split("\n")
        return "\n".join(f"    {escape(line)}" for line in lines)
