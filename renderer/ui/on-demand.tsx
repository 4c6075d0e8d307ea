import type { ReactElement, ReactNode, Ref } from 'react'
import { cloneElement, useLayoutEffect, useRef, useState } from 'react'

interface ButtonProps {
  ref?: Ref<HTMLButtonElement>
  onClick?: () => void
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}

/** What Mantine's Menu and Popover take to be opened from here. */
interface Layer {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

interface OnDemandProps {
  popup: 'menu' | 'dialog'
  button: ReactElement<ButtonProps>
  /** The layer around its button. */
  children: (layer: Layer, button: ReactElement) => ReactNode
}

/** A button that opens a layer, alone until it is first pressed: the layers that wait behind each list are dear to mount. */
export function OnDemand({ popup, button, children }: OnDemandProps) {
  const [asked, ask] = useState(false)
  const [opened, onChange] = useState(false)
  const ref = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (!asked) return
    // The button is another element now: the layer gives the focus back to the one that has it when it opens.
    ref.current?.focus()
    onChange(true)
  }, [asked])
  if (asked) {
    // Mantine's Menu has its button open it; its Popover, once told when to be open, leaves that to whoever tells it.
    const press = popup === 'dialog' && { onClick: () => onChange(!opened) }
    return children({ opened, onChange }, cloneElement(button, { ref, ...press }))
  }
  return cloneElement(button, { onClick: () => ask(true), 'aria-haspopup': popup, 'aria-expanded': false })
}
