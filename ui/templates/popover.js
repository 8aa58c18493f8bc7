// A popover stands at the end of the document: whoever opens it by keyboard is led into it.
if (!window.kimPopovers) {
  window.kimPopovers = true;
  const BODY = '[data-testid="stPopoverBody"]';
  const first = (kinds) => document.querySelector(`${BODY} :is(${kinds})`);
  document.addEventListener("click", (event) => {
    const isByKeyboard = event.detail === 0;
    if (!isByKeyboard || !event.target.closest(".stPopover button")) return;
    let tries = 0;
    const lead = () => {
      const field = first("input, textarea") || first("button");
      if (field) field.focus();
      else if (tries++ < 200) setTimeout(lead, 50);
    };
    setTimeout(lead, 50);
  });
}
