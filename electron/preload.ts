import { ipcRenderer } from 'electron'

/** Hands the window the one port to the register process, and nothing else. The page says when it listens. */
const port = new Promise<MessagePort[]>((resolve) => {
  ipcRenderer.once('registre-port', ({ ports }) => {
    resolve([...ports])
  })
})
ipcRenderer.send('registre-port')

window.addEventListener('message', function hand({ source, data }: MessageEvent<unknown>) {
  if (source !== window || data !== 'registre-ready') return
  window.removeEventListener('message', hand)
  void port.then((ports) => {
    window.postMessage('registre-port', location.origin, ports)
  })
})
