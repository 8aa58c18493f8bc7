"""Who is at the keyboard: the actor of this session, in words, with the button to log in or out."""

import math
import time

import streamlit as st

from kim import access, queries
from kim.access import LOCAL, VISITOR, Actor, Login, Role
from kim.logouts import logouts
from kim.settings import settings
from ui.server.permits import permits
from ui.server.writing_keys import keys
from ui.texts import plain, text

LINE_BREAK = "  \n"


def actor() -> Actor:
    """Who acts in this session; asked anew at every rerun, so that a login can expire."""
    login = _login()
    if login is Login.ON and _has_logged_in() and _is_current():
        chosen = settings()
        return access.actor_from_claims(st.user, chosen.roles_claim, chosen.regions_claim)
    if login is Login.OFF and _is_at_this_machine() and keys.holds(st.context.cookies):
        return LOCAL
    return VISITOR


def until() -> float:
    """When the rights of this session end (seconds since 1970)."""
    return access.login_end(st.user) if _login() is Login.ON else math.inf


def login_state() -> None:
    """Say who acts with which rights; offer to log in or out."""
    who, login = actor(), _login()
    with st.sidebar.container(key="login"):
        st.caption(LINE_BREAK.join(map(plain, _words(who, login).split("\n"))))
        if login is not Login.ON:
            return
        if who == VISITOR:
            st.button(text("login.log_in"), key="log-in", on_click=st.login)
        else:
            st.button(text("login.log_out"), key="log-out", on_click=_log_out)


def _is_current() -> bool:
    return access.is_current(st.user, time.time()) and not logouts().has_ended(st.user)


def _log_out() -> None:
    """End the login here, in all other tabs, and for whoever has a copy of the cookie."""
    subject = actor().subject
    logouts().end(st.user)
    permits.end_of(subject)
    st.logout()


def _words(who: Actor, login: Login) -> str:
    if login is Login.BROKEN:
        return text("login.broken")
    if login is Login.OFF:
        if who == LOCAL:
            return text("login.local")
        return text("login.no_key" if _is_at_this_machine() else "login.no_login")
    if who == VISITOR:
        return text("login.expired") if _has_logged_in() else text("login.visitor")
    roles = ", ".join(text(f"login.{role}") for role in Role if role in who.roles)
    said = [text("login.logged_in"), text("login.rights", roles=roles)]
    return "\n".join([*said, _places(who)] if Role.EDITOR in who.roles else said)


def _places(who: Actor) -> str:
    if who.regions is None:
        return text("login.all_places")
    if not who.regions:
        return text("login.no_places")
    names = queries.place_names()
    return text(
        "login.places", places=", ".join(names.get(ags, ags) for ags in sorted(who.regions))
    )


def _login() -> Login:
    """As ui.server found it at its start; started otherwise, as it is now."""
    if access.process.login is not None:
        return access.process.login
    return access.login_in(st.secrets, st.get_option("secrets.files"))


def _is_at_this_machine() -> bool:
    return access.is_local(_host(), st.context.headers)


def _host() -> str:
    """Where the process is bound; what nobody says is not this machine."""
    if access.process.host is not None:
        return access.process.host
    return st.get_option("server.address") or ""


def _has_logged_in() -> bool:
    return st.user.get("is_logged_in") is True
