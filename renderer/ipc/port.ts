/** The preload hands its own window one MessagePort, once the page has said that it listens. */
export function onPort(listener: (port: MessagePort) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== window || event.origin !== window.location.origin || event.data !== 'registre-port') return
    const port = event.ports[0]
    if (port) listener(port)
  }
  window.addEventListener('message', onMessage)
  window.postMessage('registre-ready', window.location.origin)
  return () => window.removeEventListener('message', onMessage)
}
