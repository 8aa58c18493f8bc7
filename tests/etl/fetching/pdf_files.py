"""Small PDF files, written out by hand: words at places, pictures, as many pages as wanted."""

from collections.abc import Sequence

HEIGHT, LEFT, PITCH = 842, 70, 14
PICTURE = b"q 500 0 0 700 40 60 cm /Im1 Do Q\n"
HEAD = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
NAMES = "<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >>"


def words(x: float, y: float, said: str, size: int = 11) -> bytes:
    """What is drawn to write something at a place, in points from the lower left corner."""
    escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n".encode("cp1252")


def lines(*said: str, top: float = 700, left: float = LEFT) -> bytes:
    """Lines of one paragraph, from the top down."""
    return b"".join(words(left, top - PITCH * at, line) for at, line in enumerate(said))


def pdf(*pages: bytes) -> bytes:
    """A PDF file with one page for each stream of drawing instructions."""
    objects = [*_shared(len(pages))]
    for at, drawn in enumerate(pages):
        objects.append(f"{HEAD}{NAMES} /Contents {6 + 2 * at} 0 R >>".encode())
        objects.append(_stream(f"<< /Length {len(drawn)} >>", drawn))
    return _file(objects)


def _shared(pages: int) -> Sequence[bytes]:
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(pages))
    picture = "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        _stream(f"<< /Type /XObject {picture} /Length 1 >>", b"\x7f"),
    )


def _stream(head: str, content: bytes) -> bytes:
    return head.encode() + b"\nstream\n" + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF"
    return written + (head + tail).encode()
