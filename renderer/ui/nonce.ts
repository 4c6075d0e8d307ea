import { setNonce } from 'get-nonce'

/**
 * The style nonce of this page load, written by the protocol handler into the page's meta tag.
 * Mantine asks for it through its provider; its scroll lock asks get-nonce.
 */
export function readStyleNonce(): string {
  const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? ''
  if (nonce) setNonce(nonce)
  return nonce
}
