import { afficheDepartement } from '../../../shared/academies'
import { formatJour } from '../../../shared/dates'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import { aujourdhui, Etat } from './libelles'

function Attente({ jours }: { jours: number }) {
  return <State tone={jours > usages.delaiSignatureJours ? 'erreur' : 'attention'}>{compte(jours, 'jour')}</State>
}

function Rapport({ rapport }: { rapport: NonNullable<LettreListee['rapport']> }) {
  if (rapport.recuLe !== null) return <State tone="succes">{`reçu le ${formatJour(rapport.recuLe)}`}</State>
  const tard = rapport.attenduLe < aujourdhui()
  return <State tone={tard ? 'erreur' : 'attention'}>{`attendu le ${formatJour(rapport.attenduLe)}`}</State>
}

export const suiviColumns: readonly Column<LettreListee>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 165, principale: true },
  { cle: 'texte', titre: 'Texte', valeur: ({ texte }) => texte, largeur: 100, extensible: 0 },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => libellesEtatLettre[etat],
    rendu: ({ etat }) => <Etat etat={etat} />,
    largeur: 150,
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
]
