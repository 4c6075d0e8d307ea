import { ajouterJours } from '../../../shared/dates'
import type { ProchaineAction, Sujet } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { Lettres } from './lettres'
import type { OperationDeDemonstration } from './operation'
import type { Personnes } from './personnes'
import type { Territoire } from './territoire'

interface Monde {
  territoire: Territoire
  personnes: Personnes
  lettres: Lettres
  fse: OperationDeDemonstration
}

type Modele = [sujet: Sujet, sujetId: string | undefined, quoi: string, qui: string, jours: number | null]

/** Next actions around the day of the demonstration, so that its first screen always has something late, soon and later. */
export function construireActions(
  { territoire, personnes, lettres, fse }: Monde,
  { aujourdhui, newId }: { aujourdhui: string; newId: () => string },
): ProchaineAction[] {
  const enAttente = lettres.lettres.find(({ etat }) => etat === 'aLaSignature' || etat === 'signeeEnPartie')
  const modeles: Modele[] = [
    ['lettreDeMission', enAttente?.id, 'Relancer la signature au rectorat', 'Coordonnateur académique', -6],
    ['agent', personnes.agents[2]?.id, 'Fixer l’entretien de bilan', 'Coordonnateur académique', -1],
    ['reseau', territoire.reseaux[0]?.id, 'Convoquer le comité FOQUALE', 'Coordonnatrice du réseau', 0],
    ['operationFse', fse.operation.id, 'Réunir les bulletins de salaire du trimestre', 'Gestionnaire FSE', 12],
    ['reseau', territoire.reseaux[3]?.id, 'Chercher un nouveau chef d’établissement animateur', '', 30],
    ['agent', personnes.agents[7]?.id, 'Proposer une inscription au CPLDS', '', null],
  ]
  return modeles.flatMap(([sujet, sujetId, quoi, qui, jours]) =>
    sujetId === undefined
      ? []
      : {
          id: newId(),
          sujet,
          sujetId,
          quoi,
          qui,
          pourLe: jours === null ? null : ajouterJours(aujourdhui, jours),
          faiteAt: null,
        },
  )
}
