// The token comes once, behind the # of the address, which no server is sent and no other page is told. It stays in
// this tab. A cookie would go to every server on this machine, whatever its port.
"use strict";
(() => {
  const terminal = document.getElementById("terminal");
  if (location.hash.length > 1) {
    sessionStorage.setItem("token", decodeURIComponent(location.hash.slice(1)));
    history.replaceState(null, "", "/");
  }
  const token = sessionStorage.getItem("token");
  if (!token) {
    terminal.remove();
    document.body.classList.add("-away");
    return;
  }
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  terminal.dataset.sessionWebsocketUrl = `${scheme}://${location.host}/session/${encodeURIComponent(token)}`;
})();
