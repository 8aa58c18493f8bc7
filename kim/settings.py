"""What an installation decides, from its environment."""

import os

BYTES_PER_MEGABYTE = 1_000_000
MOST_MEGABYTES = 2_000
UPLOAD_SIZE = "KIM_MAX_UPLOAD_MB"
UNREADABLE = "Die Einstellung {name} ist „{value}“. Erwartet wird eine ganze Zahl von 1 bis {most} (Megabyte)."


class SettingError(ValueError):
    """A setting that cannot be read; the message is a German sentence for whoever starts the program."""


def most_upload_bytes() -> int:
    """KIM_MAX_UPLOAD_MB: how large a file to upload may be, in bytes (250 MB unless set).

    Raises SettingError.
    """
    said = os.environ.get(UPLOAD_SIZE) or "250"
    is_number = said.isascii() and said.isdecimal() and len(said) <= len(str(MOST_MEGABYTES))
    if not is_number or not 0 < int(said) <= MOST_MEGABYTES:
        raise SettingError(UNREADABLE.format(name=UPLOAD_SIZE, value=said, most=MOST_MEGABYTES))
    return int(said) * BYTES_PER_MEGABYTE
