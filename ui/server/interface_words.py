"""German for the words that Streamlit fixes in its own scripts: they are exchanged as the server sends them."""

import re
from functools import reduce

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WORDS = {
    "`Drag and drop a file here`": "`Datei hier ablegen`",
    "`Upload directories`:`Upload`": "`Upload directories`:`Datei wählen`",
    "} per file`": "} höchstens`",
    "${e.type} files are not allowed.": "Diese Art von Datei lässt sich hier nicht hochladen.",
    "${t.type} files are not allowed.": "Diese Art von Datei lässt sich hier nicht hochladen.",
    "`File must be ${$(n,`b`)} or smaller.`": "`Die Datei ist zu groß; erlaubt sind ${$(n,`b`)}.`",
    "`Only one file is allowed.`": "`Es geht nur eine Datei auf einmal.`",
    # In place of "AxiosError: …": what the server has answered (ui/server/upload_door.py).
    "errorMessage:P(e)": "errorMessage:e.response?.data||P(e)",
    "`Click to retry upload`": "`Noch einmal versuchen`",
    "`Add files`": "`Andere Datei wählen`",
    "`Cancel upload of ${e.name}`:`Remove ${e.name}`": "`${e.name} nicht hochladen`:`${e.name} entfernen`",
    # A chosen option is not offered again: where none else fits, the list says that it is chosen.
    "if(t.maxSelections===0)return`No results`;": "if(t.maxSelections===0){let e=E.trim().toLowerCase(),n=e&&w.find(t=>t.toLowerCase().includes(e));return n?`Schon gewählt: ${n}`:`Nichts gefunden`}",
    "return`No results`},[t.maxSelections,w.length])": "return`Nichts gefunden`},[t.maxSelections,w,E])",
    "`No results`": "`Nichts gefunden`",
    "`No options to select`": "`Nichts zur Auswahl`",
    "`Choose options`": "`Bitte wählen`",
    "`Choose an option`": "`Bitte wählen`",
    "`Clear all`": "`Alle entfernen`",
    "`Press Enter to ${e}`": "`Weiter mit der Eingabetaste`",
    "`Page not found`": "`Seite nicht gefunden`",
    "`The page that you have requested does not seem to exist`": "`Diese Seite gibt es nicht`",
    "`You have requested page /${e}, but no corresponding file was found in the app's pages/ directory`": "`Die Seite „${e}“ gibt es nicht`",
    "Running the app's main page.": "Gezeigt wird die erste Seite.",
    "`Connection error`": "`Keine Verbindung`",
    'aria-label":`Running...`': 'aria-label":`Wird geladen`',
    "`Help`:`Help for ${": "`Hilfe`:`Hilfe zu ${",
    "`App pages`": "`Seiten`",
    "`Choose date`": "`Datum wählen`",
    "`Clear date`": "`Datum leeren`",
    "`Use arrow keys to navigate dates. Enter to select. Escape to close.`": "`Die Pfeiltasten gehen von Tag zu Tag, die Eingabetaste wählt, Escape schließt.`",
    "`Selected values`": "`Gewählt`",
    "`Remove ${e}`": "`${e} entfernen`",
    '"aria-label":`Clear value`': '"aria-label":`Leeren`',
    '"aria-label":`Open`': '"aria-label":`Auswahl öffnen`',
    '"aria-label":`Close`': '"aria-label":`Schließen`',
    '"aria-label":`Sidebar`': '"aria-label":`Menü`',
    '"aria-label":`Expand sidebar`': '"aria-label":`Menü öffnen`',
    '"aria-label":`Collapse sidebar`': '"aria-label":`Menü schließen`',
    '"aria-label":`Notifications`': '"aria-label":`Meldungen`',
    "`Increment`": "`Mehr`",
    "`Decrement`": "`Weniger`",
    "`file upload`": "`Datei wählen`",
    "`Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:`,codeBlock:`streamlit run yourscript.py`": "`Das Programm antwortet nicht. Ist es beendet, starten Sie es neu:`,codeBlock:`make run`",
    "`Streamlit server is not responding. Are you connected to the internet?`": "`Der Server antwortet nicht. Sobald er wieder da ist, verbindet sich die Seite von selbst.`",
    "`Cannot connect to Streamlit (HTTP status: 403).\n\nIf you are trying to access a Streamlit app running on another server, this could be due to the app's [CORS](${rD}) settings.`": "`Der Server nimmt diese Adresse nicht an (403). Öffnen Sie die Seite unter der Adresse, die Ihnen genannt wurde.`",
    "`Connection lost. Please wait for the app to reconnect, then try again.`": "`Die Verbindung ist unterbrochen. Warten Sie, bis sie wieder steht, und versuchen Sie es noch einmal.`",
    "`Connecting to Streamlit server`": "`Verbindung wird aufgebaut`",
    "`Unable to connect to Streamlit server`": "`Keine Verbindung zum Server`",
    "_O=`Connecting`": "_O=`Verbinden`",
}
# The field of a day asks for it in English, and a typed day takes effect only when the field is left: here with Enter too,
# and with Tab from its last part.
DAYS = {
    "onPaste:_t,onKeyDown:vt": "onPaste:_t,onKeyDownCapture:e=>{e.key===`Enter`&&vt(e)},onKeyDown:vt",
    "{locale:`en-US`,children": "{locale:`de-DE`,children",
    "if(e.key!==`Tab`||!z)return;let t=()=>{B(!1),A(!1)};": 'let kim=Array.from(C.current?.querySelectorAll(`[role="spinbutton"]`)??[]);'
    "if(kim.includes(e.target)&&(e.key===`Enter`||e.key===`Tab`&&!e.shiftKey&&e.target===kim.at(-1))){"
    "let t=dt(C.current,L.current);if(!t.partial&&(!t.cleared||f)){O.current=!1,z&&(Ve.current=!0,B(!1),A(!1)),it.current(t.pending);return}}"
    "let t=()=>{B(!1),A(!1)};if(e.key!==`Tab`||!z)return;",
}
EXCHANGED = WORDS | DAYS
SCRIPTS = re.compile(
    r"/static/js/(FileUploader|Multiselect|NumberInput|Selectbox|InputInstructions|DateInput|StreamlitMarkdown|utils|index)\.[\w-]+\.js"
)


class GermanInterface:
    """Exchanges the words in the scripts that hold them; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not SCRIPTS.search(scope["path"]):
            await self.app(scope, receive, send)
            return
        started: list[Message] = []
        parts: list[bytes] = []

        async def exchange(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = in_german(b"".join(parts))
            MutableHeaders(raw=started[0]["headers"])["content-length"] = str(len(body))
            await send(started[0])
            await send({"type": "http.response.body", "body": body})

        await self.app(_uncompressed(scope), receive, exchange)


def in_german(script: bytes) -> bytes:
    """A script of Streamlit with its fixed English words in German."""
    text = script.decode("utf-8", "surrogateescape")
    german = reduce(lambda found, pair: found.replace(*pair), EXCHANGED.items(), text)
    return german.encode("utf-8", "surrogateescape")


def _uncompressed(scope: Scope) -> Scope:
    """The request without the wish for a packed answer or for a part of it."""
    unwanted = {b"accept-encoding", b"range", b"if-none-match", b"if-modified-since"}
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in unwanted]}
