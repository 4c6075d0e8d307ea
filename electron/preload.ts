import { ipcRenderer } from 'electron'

/** Hands the window the one port to the register process, and nothing else. */
ipcRenderer.on('registre-port', ({ ports }) => {
  const hand = () => {
    window.postMessage('registre-port', location.origin, [...ports])
  }
  if (document.readyState === 'complete') hand()
  else window.addEventListener('load', hand, { once: true })
})
