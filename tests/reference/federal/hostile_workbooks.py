"""Files made to cost memory and time, to reach other files, or to pass for a workbook."""

import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.reference.federal import workbook_files
from tests.reference.federal.workbook_files import SHEET, STRINGS, STYLES, cell, sheet

MEGABYTE = 1024 * 1024
Content = str | bytes

ENTITIES = "".join(
    f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 if level else "ha"}">' for level in range(10)
)
DOCUMENT_TYPES = {
    "entity bomb": f"<!DOCTYPE worksheet [{ENTITIES}]>",
    "external entity": '<!DOCTYPE worksheet [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE worksheet [<!ENTITY % e SYSTEM "http://127.0.0.1/"> %e;]>',
    "outside document type": '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/any.dtd">',
    "empty document type": "<!DOCTYPE worksheet>",
}


def write(name: str, content: Content | Callable[[], Content], path: Path) -> None:
    """`content`: what is large is made only once it is written."""
    workbook_files.write(path, {name: content() if callable(content) else content})


def write_bytes(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def forged(name: str, content: bytes, path: Path, **claims: int) -> None:
    """A member whose entry in the directory claims what is not so."""
    with ZipFile(workbook_files.write(path, {name: None}), "a", ZIP_STORED) as archive:
        archive.writestr(name, content)
        for claim, value in claims.items():
            setattr(archive.getinfo(name), claim, value)


def bomb(path: Path) -> None:
    """10 MB that truly unpack to 10 GB: one packed piece of zeros, 1,024 times."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(bytes(10 * MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * 1024 + zlib.compressobj(9, wbits=-15).flush()
    forged(SHEET, packed, path, compress_type=ZIP_DEFLATED, file_size=1024 * 10 * MEGABYTE)


def understated_bomb(path: Path) -> None:
    packer = zlib.compressobj(9, wbits=-15)
    packed = packer.compress(bytes(400 * MEGABYTE)) + packer.flush()
    forged(SHEET, packed, path, compress_type=ZIP_DEFLATED, file_size=1000)


def many_members(count: int, path: Path) -> None:
    with ZipFile(workbook_files.write(path), "a") as archive:
        for number in range(count):
            archive.writestr(ZipInfo(f"xl/media/{number}.png"), b"")


def twice(path: Path) -> None:
    with ZipFile(workbook_files.write(path), "a") as archive:
        archive.writestr(SHEET.upper(), cell("1"))


def overlapping(path: Path) -> None:
    """Many members that share one packed body."""
    with ZipFile(workbook_files.write(path), "a") as archive:
        archive.writestr("xl/worksheets/sheet2.xml", cell("1"))
        first, second = archive.getinfo(SHEET), archive.getinfo("xl/worksheets/sheet2.xml")
        second.header_offset = first.header_offset


def truncated(path: Path) -> None:
    content = workbook_files.write(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def declaring(declaration: str) -> str:
    return f"{declaration}<any>&e9;</any>"


def numbered(line: bytes, size: int) -> bytes:
    """The line again and again, in `size` bytes, with numbers that pack badly."""
    count = size // len(line % 0)
    return b"".join(line % (number * 0x9E3779B97F4A7C15 % 2**64) for number in range(count))


def padding(size: int) -> bytes:
    """Keeps a part below the limit of ratio, so that it meets the next one."""
    return numbered(b"<!--%016x-->", size)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def long_tag() -> bytes:
    return b'<a b="' + numbered(b"%016x", 5 * MEGABYTE) + b'"/>'


def deep() -> bytes:
    return numbered(b'<a b="%016x">', 5 * MEGABYTE)


def many_names() -> bytes:
    return b"<a>" + numbered(b"<n%016x/>", 5 * MEGABYTE) + b"</a>"


def many_strings() -> bytes:
    return b"<sst>" + numbered(b"<si><t>%016x</t></si>", 34 * MEGABYTE) + b"</sst>"


def long_text() -> str:
    return cell(numbered(b"%016x", 5 * MEGABYTE).decode(), "str")


def padded_strings() -> bytes:
    return b" " * 100 * MEGABYTE + padding(8 * MEGABYTE)


# name → (writes it, words of the message); what a workbook may hold by mistake is told apart
ATTACKS: dict[str, tuple[Callable[[Path], None], str]] = {
    "zip bomb": (bomb, "unpacks to more than 600 MB"),
    "small zip bomb": (
        partial(write, SHEET, partial(bytes, 300 * MEGABYTE)),
        "unpacks to more than 200 times its size",
    ),
    "zip bomb that claims 1,000 bytes": (understated_bomb, "cut short or damaged"),
    "10,000 members": (partial(many_members, 10_000), "more than 200 members"),
    "name that leads up": (partial(write, "xl/../../../etc/a", "x"), "leads outside"),
    "name from the root": (partial(write, "/etc/a", "x"), "leads outside"),
    "name on a drive": (partial(write, "C:\\a", "x"), "leads outside"),
    "name with backslashes": (partial(write, "..\\a", "x"), "leads outside"),
    "two members of one name": (twice, "“xl/worksheets/sheet1.xml” twice"),
    "overlapping members": (overlapping, "cut short or damaged"),
    "unusual packing": (
        partial(forged, SHEET, b"", compress_type=ZIP_BZIP2),
        "packed in an unusual way",
    ),
    "encrypted member": (partial(forged, SHEET, b"x", flag_bits=1), "is encrypted"),
    "encrypted workbook": (
        partial(write_bytes, OLE + "EncryptedPackage".encode("utf-16-le")),
        "is encrypted; save it as .xlsx without a password",
    ),
    "old workbook": (partial(write_bytes, OLE), "of the old kind; save it as .xlsx"),
    "wrong checksum": (partial(forged, SHEET, cell("1").encode(), CRC=1), "damaged"),
    "truncated archive": (truncated, "cut short or damaged; download it again"),
    "no archive": (partial(write_bytes, b"%PDF-1.7"), "is no .xlsx workbook"),
    "empty file": (partial(write_bytes, b""), "is empty; download it again"),
    "web page": (
        partial(write_bytes, b"\n<!DOCTYPE html><html></html>"),
        "is a web page that the server sent in place of the file; download it again",
    ),
    "another archive": (partial(write, "_rels/.rels", "<a/>"), "is no .xlsx workbook"),
    "macros": (partial(write, "xl/vbaProject.bin", "x"), "holds macros"),
    "old macros": (partial(write, "xl/macrosheets/sheet1.xml", "<a/>"), "holds macros"),
    "external links": (
        partial(write, "xl/externalLinks/externalLink1.xml", "<a/>"),
        "takes values from other workbooks",
    ),
    "formula": (
        partial(write, SHEET, sheet('<row r="3"><c r="C3"><f>1+1</f><v>2</v></c></row>')),
        "line 3, column C: sheet “Data”: holds a formula; save the workbook with values only",
    ),
    "lone cell in the last corner": (
        partial(write, SHEET, cell("1", place="XFD1048576")),
        "line 1048576, column XFD: sheet “Data”: a cell beyond column SF",
    ),
    "tag of 5 MB": (partial(write, SHEET, long_tag), "is not a workbook’s"),
    "elements inside each other": (partial(write, SHEET, deep), "is not a workbook’s"),
    "200,000 names of elements": (partial(write, SHEET, many_names), "is not a workbook’s"),
    "text of 50 kB": (
        partial(write, SHEET, cell("0123456789" * 5_000, "str")),
        "a text of more than 32767 characters",
    ),
    "text of 5 MB": (
        partial(write, SHEET, long_text),
        "is not a workbook’s",
    ),
    "1,000,000 strings": (partial(write, STRINGS, many_strings), "more than 64 MB of text"),
    "strings of 100 MB": (
        partial(write, STRINGS, padded_strings),
        "“xl/sharedStrings.xml” inside unpacks to more than 64 MB",
    ),
    "list of sheets of 5 MB": (
        partial(write, "xl/workbook.xml", partial(padding, 5 * MEGABYTE)),
        "“xl/workbook.xml” inside unpacks to more than 4 MB",
    ),
}
ATTACKS |= {
    f"{name} in {part.replace('/', ' ')}": (
        partial(write, part, declaring(declaration)),
        "declares an XML document type",
    )
    for name, declaration in DOCUMENT_TYPES.items()
    for part in (SHEET, STRINGS, STYLES, "xl/workbook.xml", "_rels/.rels")
}
