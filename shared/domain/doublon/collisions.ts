import { constater, type Constat } from '../../constat'
import { compte } from '../../nombres'

interface Lettre {
  anneeId: string
  roleId: string
  role: string
  version: number
  active: 0 | 1
}
interface Service {
  anneeId: string
  roleId: string
  role: string
}

const memePoste = (a: Service, b: Service): boolean => a.anneeId === b.anneeId && a.roleId === b.roleId

/**
 * What forbids, or follows from, making two people one: somebody has one active letter per year and rôle (blocking);
 * two services of the same rôle in the same year both stay, to be looked at (metier.md § 3).
 */
export function collisionsDAgents(
  garde: { lettres: readonly Lettre[]; services: readonly Service[] },
  retire: { lettres: readonly Lettre[]; services: readonly Service[] },
): Constat[] {
  const actives = (lettres: readonly Lettre[]) => lettres.filter(({ active }) => active === 1)
  const lettres = actives(retire.lettres).filter((une) => actives(garde.lettres).some((autre) => memePoste(une, autre)))
  const services = retire.services.filter((un) => garde.services.some((autre) => memePoste(un, autre)))
  return [
    ...lettres.map(({ anneeId, role }) =>
      constater(
        'doublon.lettres',
        'bloquant',
        `Les deux fiches ont une lettre active en ${anneeId} comme ${role} : une personne n’en a qu’une. Annulez ou supprimez d’abord l’une des deux.`,
        'lettres',
      ),
    ),
    ...services.map(({ anneeId, role }) =>
      constater(
        'doublon.services',
        'alerte',
        `Les deux fiches ont une affectation en ${anneeId} comme ${role} : les deux seront gardées. Supprimez ensuite celle qui est en trop.`,
        'affectations',
      ),
    ),
  ]
}

/** Versions given to the letters that pass to the kept person where the number is already taken. */
export function renumeroter(
  gardees: readonly Lettre[],
  passees: readonly (Lettre & { id: string })[],
): { id: string; version: number }[] {
  const prises = [...gardees]
  return passees.flatMap((lettre) => {
    const siennes = prises.filter((autre) => memePoste(lettre, autre)).map(({ version }) => version)
    const version = siennes.includes(lettre.version) ? Math.max(...siennes) + 1 : lettre.version
    prises.push({ ...lettre, version })
    return version === lettre.version ? [] : [{ id: lettre.id, version }]
  })
}

interface Intervention {
  id: string
  lettreId: string
  volume: number | null
  uniteVolume: string
}

/** Letters that name both établissements keep one line: volumes of the same unit are added. */
export function fondreInterventions(
  gardees: readonly Intervention[],
  passees: readonly Intervention[],
): { modifiees: { id: string; volume: number | null }[]; retirees: string[] } {
  const deux = passees.flatMap((passee) => {
    const gardee = gardees.find(({ lettreId }) => lettreId === passee.lettreId)
    return gardee ? [{ gardee, passee }] : []
  })
  return {
    retirees: deux.map(({ passee }) => passee.id),
    modifiees: deux.flatMap(({ gardee, passee }) => {
      if (passee.volume === null) return []
      if (gardee.volume === null) return [{ id: gardee.id, volume: passee.volume }]
      return gardee.uniteVolume === passee.uniteVolume ? [{ id: gardee.id, volume: gardee.volume + passee.volume }] : []
    }),
  }
}

/** What making two établissements one changes in the letters and the networks that name both. */
export function consequencesDEtablissements({ lettres, reseaux }: { lettres: number; reseaux: number }): Constat[] {
  return [
    ...(lettres === 0
      ? []
      : [
          constater(
            'doublon.interventions',
            'alerte',
            `${compte(lettres, 'lettre cite', 'lettres citent')} les deux établissements : ${lettres > 1 ? 'chacune' : 'elle'} n’en gardera qu’une ligne, et les volumes de même unité s’additionnent.`,
            'lettres',
          ),
        ]),
    ...(reseaux === 0
      ? []
      : [
          constater(
            'doublon.appartenances',
            'alerte',
            `${compte(reseaux, 'appartenance à un réseau', 'appartenances à des réseaux')} dont l’autre fiche est aussi membre : les périodes n’en feront qu’une${reseaux > 1 ? ' par réseau' : ''}.`,
            'reseaux',
          ),
        ]),
  ]
}
