"""Invented pages in the manner of the common council systems."""

TEXT = (
    "Die Verwaltung berichtet, dass im Case Management 1,9 Stellen eingerichtet worden seien.",
    "Der Ausschuss nimmt den Bericht zur Kenntnis.",
)

SESSIONNET = f"""<!DOCTYPE html><html lang="de"><head><title>Vorlage</title><meta name="generator" content="SessionNet">
<script>var x = "kein Text";</script></head><body class="smcbody">
<div id="smcheader">Bürgerinformationssystem</div>
<ul id="smcnavigation"><li><a href="si0040.php">Sitzungskalender</a></li><li><a href="kp0041.php">Gremien</a></li></ul>
<div id="smccontent"><h1>Vorlage - 51/205</h1>
<table id="smc_page_vo0050_contenttable1" class="smccontenttable">
<tr><td class="smcfield">Betreff:</td><td>Kommunales Integrations&shy;management</td></tr>
<tr><td>Federführend:</td><td><a href="x">Amt für Soziales</a></td></tr></table>
<div class="smc-table"><div class="smc-table-row"><div class="smc-table-cell">Datum:</div><div class="smc-table-cell">01.12.2022</div></div></div>
<p>{TEXT[0]}<br><br>{TEXT[1]}</p>
<table><tr><th rowspan="2">Modul</th><th colspan="2">Stellen</th></tr><tr><th>Stadt</th><th>Kreis</th></tr>
<tr><td>Modul 2</td><td>1,9</td><td>3</td></tr></table>
<form><input value="Suche"><button>Suchen</button></form></div>
<div id="smcfooter">Software: SessionNet von Somacos</div></body></html>"""

ALLRIS = f"""<html><head><title>ALLRIS net</title></head><body><div id="risname">Ratsinformationssystem</div>
<table class="me1"><tr><td><a href="si010.asp">Sitzungen</a></td></tr></table>
<div id="allriscontainer"><table class="risdeco"><tr><td><h1>Auszug - Sachstand KIM</h1>
<table class="tk1"><tr><td class="kb1">Gremium:</td><td class="text1">Integrationsrat</td></tr>
<tr><td class="kb1">Beschluss:</td><td class="text1">zur Kenntnis genommen</td></tr></table>
<div class="docPart"><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></td></tr></table></div></body></html>"""

SDNET = f"""<html><head><title>SD.NET RIM</title></head><body><div class="navbar">Startseite Gremien</div><div id="content">
<h2>Niederschrift</h2><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div><div id="footer">Impressum</div></body></html>"""

RUBIN = f"""<html><head><meta name="generator" content="more!rubin"></head><body><header>Kreis Muster</header>
<nav>Kalender</nav><div class="seite"><h2>Niederschrift</h2><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div><footer>Impressum</footer></body></html>"""

PRESS = f"""<html><head><title>Kreis Muster</title></head><body><nav><ul><li><a href="/">Start</a></li></ul></nav>
<main><article><h1>Mehr Stellen für die Integration</h1><p>{TEXT[0]} {TEXT[0]}</p><p>{TEXT[1]} {TEXT[1]}</p>
<table><tr><th>Modul</th><th>Stellen</th></tr><tr><td>Modul 2</td><td>1,9</td></tr></table></article></main>
<footer><p>Impressum Datenschutz Kontakt</p></footer></body></html>"""
