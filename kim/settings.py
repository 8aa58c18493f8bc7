"""What an installation decides, from its environment."""

import os

BYTES_PER_MEGABYTE = 1_000_000


def most_upload_bytes() -> int:
    """KIM_MAX_UPLOAD_MB: how large a file to upload may be, in bytes (250 MB unless set)."""
    return int(os.environ.get("KIM_MAX_UPLOAD_MB", "250")) * BYTES_PER_MEGABYTE
