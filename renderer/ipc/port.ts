/**
 * The preload posts one MessagePort to its own window, and again after a restart of the register process.
 * It comes after the page has loaded, when this module is already listening.
 */
export function onPort(listener: (port: MessagePort) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== window || event.origin !== window.location.origin || event.data !== 'registre-port') return
    const port = event.ports[0]
    if (port) listener(port)
  }
  window.addEventListener('message', onMessage)
  return () => window.removeEventListener('message', onMessage)
}
