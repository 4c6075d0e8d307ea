import { afficheDepartement } from '../../../shared/academies'
import { formatJour } from '../../../shared/dates'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import { compte } from '../../../shared/nombres'
import { PourQuand } from '../../prochaine-action'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import { aujourdhui, Etat } from './libelles'

function Attente({ jours }: { jours: number }) {
  return <State tone={jours > usages.delaiSignatureJours ? 'erreur' : 'attention'}>{compte(jours, 'jour')}</State>
}

function Rapport({ rapport }: { rapport: NonNullable<LettreListee['rapport']> }) {
  if (rapport.recuLe !== null) return <State tone="succes">{`reçu le ${formatJour(rapport.recuLe)}`}</State>
  const tard = rapport.attenduLe < aujourdhui()
  return <State tone={tard ? 'erreur' : 'attention'}>{`attendu le ${formatJour(rapport.attenduLe)}`}</State>
}

const champ = champDe('lettreDeMission')

/** The soonest action that waits on each letter; `actions` come the soonest first. */
export function premieresActions(actions: readonly ProchaineAction[]): ReadonlyMap<string, ProchaineAction> {
  const premieres = new Map<string, ProchaineAction>()
  for (const action of actions) if (!premieres.has(action.sujetId)) premieres.set(action.sujetId, action)
  return premieres
}

export const suiviColumns = (actions: ReadonlyMap<string, ProchaineAction>): readonly Column<LettreListee>[] => [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 165, principale: true },
  { cle: 'texte', titre: 'Texte', valeur: ({ texte }) => texte, largeur: 100, extensible: 0 },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => libellesEtatLettre[etat],
    rendu: ({ etat }) => <Etat etat={etat} />,
    largeur: 150,
    cellule: champ('etat'),
  },
  {
    cle: 'attente',
    titre: 'En attente',
    type: 'nombre',
    valeur: ({ attenteJours }) => attenteJours,
    rendu: ({ attenteJours }) => (attenteJours === null ? '' : <Attente jours={attenteJours} />),
    largeur: 110,
  },
  {
    cle: 'attendu',
    titre: 'Signataire attendu',
    valeur: ({ attendu }) => attendu?.qualite ?? '',
    largeur: 190,
    extensible: 2,
  },
  {
    cle: 'departement',
    titre: 'Dép.',
    valeur: ({ departement }) => (departement === '' ? '' : afficheDepartement(departement)),
    largeur: 60,
    extensible: 0,
  },
  {
    cle: 'rapport',
    titre: 'Rapport',
    type: 'etat',
    valeur: ({ rapport }) => rapport?.recuLe ?? rapport?.attenduLe ?? null,
    rendu: ({ rapport }) => (rapport === null ? '' : <Rapport rapport={rapport} />),
    largeur: 170,
  },
  {
    cle: 'prochaineAction',
    titre: 'Prochaine action, qui',
    valeur: ({ id }) => {
      const action = actions.get(id)
      return action === undefined ? '' : [action.quoi, action.qui].filter((mot) => mot !== '').join(', ')
    },
    largeur: 190,
    extensible: 2,
  },
  {
    cle: 'pourLe',
    titre: 'Pour quand',
    type: 'etat',
    valeur: ({ id }) => actions.get(id)?.pourLe ?? null,
    rendu: ({ id }) => <PourQuand pourLe={actions.get(id)?.pourLe ?? null} />,
    largeur: 170,
  },
]
