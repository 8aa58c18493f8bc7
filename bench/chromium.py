"""The browser of the benchmarks and the tests: Chromium without a window, which takes half the processor of the one with."""

import os
import shutil

WINDOWLESS, WITH_WINDOW = "chromium-headless-shell", "chromium"
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which(WINDOWLESS)
    or shutil.which(WITH_WINDOW)
    or WINDOWLESS
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters as wide as in a window
]
