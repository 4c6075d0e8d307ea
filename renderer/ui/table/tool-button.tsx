import { ActionIcon } from '@mantine/core'
import type { ComponentProps, ComponentType } from 'react'
import { hint } from '../hint'

interface ToolButtonProps extends Omit<ComponentProps<typeof ActionIcon<'button'>>, 'children'> {
  label: string
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
}

/** A tool of a list, known by its picture and named on hover: the bar keeps its room for the filters. */
export function ToolButton({ label, icon: Icon, ...props }: ToolButtonProps) {
  return (
    <ActionIcon variant="default" size={32} aria-label={label} {...hint(label)} {...props}>
      <Icon size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
