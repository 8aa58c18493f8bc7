// A chart keeps the width of the screen and may be taller than a sheet: for the paper it is made to fit.
if (!window.kimPaper) {
  window.kimPaper = true;
  const SHEET = { width: 900, height: 1280 };  // A4 within its margins, in the pixels of print.css
  const charts = () => document.querySelectorAll(".stElementContainer:has(.stPlotlyChart)");
  const fit = (chart) => {
    const { width, height } = chart.getBoundingClientRect();
    chart.style.zoom = Math.min(1, SHEET.width / width, SHEET.height / height);
  };
  addEventListener("beforeprint", () => charts().forEach(fit));
  addEventListener("afterprint", () => charts().forEach((chart) => chart.style.removeProperty("zoom")));
}
