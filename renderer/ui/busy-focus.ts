/**
 * A button that works is disabled meanwhile, and the focus falls on the page: it comes back to the button once the work is
 * done, unless the user has gone elsewhere. Heard for the whole window; gives what stops it.
 */
export function giveFocusBackToBusyButtons(): () => void {
  let button: HTMLButtonElement | undefined
  const enabled = new MutationObserver(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body
    if (nowhere && button?.isConnected === true && !button.disabled) button.focus({ preventScroll: true })
  })
  const forget = (): void => {
    enabled.disconnect()
    button = undefined
  }
  const onFocus = ({ target }: FocusEvent): void => {
    // A menu gives the focus back to the button that opened it, which may be at work by then.
    if (target instanceof Element && target.closest('[role=menu]')) return
    forget()
    if (!(target instanceof HTMLButtonElement)) return
    button = target
    enabled.observe(target, { attributes: true, attributeFilter: ['disabled'] })
  }
  document.addEventListener('focusin', onFocus)
  // A click beside every control is going elsewhere too.
  document.addEventListener('pointerdown', forget, true)
  return () => {
    forget()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', forget, true)
  }
}
