import { formatHeures } from '../../nombres'
import { chevauche } from '../../periodes'
import { type DossierLettre, uniteHeures } from './dossier'

type PartFse = DossierLettre['fse'][number]

/** Shares that the agent's other letters give to operations while this letter gives its own. */
export const partsAilleurs = ({
  fse,
  autresFse,
}: Pick<DossierLettre, 'fse' | 'autresFse'>): DossierLettre['autresFse'] =>
  autresFse.filter((autre) => fse.some((part) => chevauche(part, autre)))

/** Per cent of the working time that no operation takes; null when nothing is left, or when the periods differ. */
export function resteHorsFse(dossier: Pick<DossierLettre, 'fse' | 'autresFse'>): number | null {
  const { fse } = dossier
  const [premiere] = fse
  if (!premiere || !fse.every(({ debutLe, finLe }) => debutLe === premiere.debutLe && finLe === premiere.finLe))
    return null
  const total = [...fse, ...partsAilleurs(dossier)].reduce((somme, { pourcentage }) => somme + pourcentage, 0)
  const reste = Number((100 - total).toFixed(4))
  return reste > 0 ? reste : null
}

/** « 561 h 36 par an »: what a share comes to of the hours due. */
export const heuresDePart = ({ pourcentage }: PartFse, dossier: Pick<DossierLettre, 'lettre' | 'regime'>): string =>
  `${formatHeures((dossier.lettre.heuresDues * pourcentage) / 100)} par ${uniteHeures(dossier)}`
