import { ipcRenderer, webUtils } from 'electron'

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

/** Files that the user herself dropped or pasted: their paths go to the main process, the page gets tokens. */
const give = ({ isTrusted }: Event, data: DataTransfer | null): void => {
  const chemins = isTrusted && data ? [...data.files].map((file) => webUtils.getPathForFile(file)).filter(Boolean) : []
  if (chemins.length === 0) return
  void ipcRenderer.invoke('fichiers-deposes', chemins).then((fichiers: unknown) => {
    window.postMessage({ fichiersDeposes: fichiers }, location.origin)
  })
}
window.addEventListener('drop', (event) => give(event, event.dataTransfer))
window.addEventListener('paste', (event) => give(event, event.clipboardData))

// The first reading of the page's own storage waits for another process: asked while the page's script is on its way.
setTimeout(() => {
  localStorage.getItem('')
})
