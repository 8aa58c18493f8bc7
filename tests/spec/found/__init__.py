"""What is found: of several places, of the Land, what may be compared."""

READ_ELSEWHERE = f"""
    source       | date       | text_sha256
    gelesen-2022 | 2022-06-01 | {"c" * 64}
"""
