import { hint } from '../ui/hint'
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
      <abbr key={index} tabIndex={0} className={classes.sigle} {...hint(`${developpe}. ${definition}`)}>
        {sigle}
      </abbr>
    )
  })
}
