import { unitesDHeures } from '../../../shared/domain/affectation/heures-dues'
import { formatDecimal } from '../../../shared/nombres'
import { aLEcran, heuresCourtes } from '../../ui/format'

const etpEcrit = (etp: number): string => aLEcran(formatDecimal(etp))

/** Column of equivalents of a full time, which are read one under the other. */
export const colonneEtp = {
  cle: 'etp',
  titre: 'ETP',
  type: 'nombre',
  valeur: ({ etp }: { etp: number }) => etp,
  rendu: ({ etp }: { etp: number }) => etpEcrit(etp),
  largeur: 80,
  total: 'somme',
  ecrireSomme: etpEcrit,
} as const

interface CompteeEn {
  uniteHeures: 'an' | 'semaine'
}

/** Hours of a service or of a letter: by the year, or by the week, which the cell says. */
export const enHeures = <Row extends CompteeEn>(valeur: (row: Row) => number | null) =>
  ({
    type: 'heures',
    largeur: 106,
    valeur,
    unite: ({ uniteHeures }: Row) => unitesDHeures[uniteHeures],
    rendu: (row: Row) => {
      const heures = valeur(row)
      return heures === null ? '' : heuresCourtes(heures, row.uniteHeures)
    },
  }) as const
