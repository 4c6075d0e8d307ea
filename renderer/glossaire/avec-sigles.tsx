import { Tooltip } from '@mantine/core'
import { couperAuxSigles } from './sigles'
import classes from './glossaire.module.css'

/** A text whose acronyms explain themselves, to the mouse and to the keyboard; only the first of each. */
export function AvecSigles({ children }: { children: string }) {
  const vus = new Set<string>()
  return couperAuxSigles(children).map((morceau, index) => {
    if (typeof morceau === 'string') return morceau
    const { sigle, developpe, definition } = morceau
    if (vus.has(sigle)) return sigle
    vus.add(sigle)
    return (
      <Tooltip
        key={index}
        label={`${developpe}. ${definition}`}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        w={300}
      >
        <abbr tabIndex={0} className={classes.sigle}>
          {sigle}
        </abbr>
      </Tooltip>
    )
  })
}
