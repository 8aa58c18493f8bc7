"""Which addresses are asked and which are refused, and that the checked address is the one connected to."""

import pytest

from etl.fetching.addresses import door_of
from etl.fetching.refusals import FetchRefused, State

PRIVATE = [
    "http://10.0.0.1/",
    "http://172.16.5.4/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://127.0.0.1:8080/",
    "http://localhost/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[2002:a00:1::]/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_private_networks_are_not_asked(url: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        door_of(url, may_be_loopback=False)
    assert refused.value.state is State.FORBIDDEN
    assert "steht nicht im öffentlichen Netz" in str(refused.value)


@pytest.mark.parametrize("url", [url for url in PRIVATE if "127." not in url][:4])
def test_the_setting_for_tests_opens_loopback_only(url: str) -> None:
    with pytest.raises(FetchRefused):
        door_of(url, may_be_loopback=True)
    assert door_of("http://127.0.0.1:8080/a?b=1", may_be_loopback=True).target == "/a?b=1"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:1",
        "http://",
        "",
        "http://a:b@1.1.1.1/",
    ],
)
def test_other_schemes_and_logins_are_refused(url: str) -> None:
    with pytest.raises(FetchRefused, match="lässt sich nicht abrufen"):
        door_of(url, may_be_loopback=True)


def test_a_public_address_is_a_door() -> None:
    door = door_of("https://1.1.1.1:8443/bi/vo0050.php?__kvonr=5 3", may_be_loopback=False)
    assert (door.scheme, door.address, door.port) == ("https", "1.1.1.1", 8443)
    assert door.target == "/bi/vo0050.php?__kvonr=5%203"
    assert door.origin == "https://1.1.1.1:8443"


def test_a_host_that_is_not_there_may_be_asked_again() -> None:
    with pytest.raises(FetchRefused) as refused:
        door_of("https://gibt-es-nicht.invalid/", may_be_loopback=False)
    assert refused.value.state is State.FAILED
