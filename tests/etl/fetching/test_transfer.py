"""One request: through the checked address, under the name of the host, only to whom its certificate names."""

import datetime
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from etl.fetching.addresses import Door
from etl.fetching.refusals import FetchRefused, State
from etl.fetching.transfer import Limits, transfer
from tests.etl.fetching.council_server import CouncilServer, Reply

HOST = "ratsinfo.test"
DAY = datetime.timedelta(days=1)


def certificate(folder: Path) -> Path:
    """A file with key and certificate of the host, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, *form)
    path = folder / "host.pem"
    path.write_bytes(pem + made.public_bytes(serialization.Encoding.PEM))
    return path


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.headers["Host"].encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A server with TLS on loopback."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def ask(folder: Path, port: int, host: str, scheme: str = "https") -> bytes:
    door = Door(scheme, host, port, "127.0.0.1", "/")
    transfer("", door, {}, folder / "paper", Limits(seconds=10))
    return (folder / "paper").read_bytes()


def test_the_checked_address_is_asked_whatever_the_name_means_now(
    server: CouncilServer, tmp_path: Path
) -> None:
    server.pages["/"] = Reply(b"a")
    port = int(server.address.rpartition(":")[2])
    assert ask(tmp_path, port, "10.0.0.1", "http") == b"a"
    assert server.asked[0][1]["Host"] == f"10.0.0.1:{port}"


def test_with_tls_the_certificate_must_be_of_the_host(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "host.pem"))
    assert ask(tmp_path, port, HOST) == f"{HOST}:{port}".encode()
    with pytest.raises(FetchRefused):
        ask(tmp_path, port, "other.test")


def test_a_certificate_that_nobody_signed_is_refused(tmp_path: Path, port: int) -> None:
    with pytest.raises(FetchRefused) as refused:
        ask(tmp_path, port, HOST)
    assert refused.value.state is State.FAILED
