import type { etatsJustificatif, etatsOperation } from '../../../shared/domain/fse/fse'
import { postes, regimesCouts } from '../../../shared/domain/fse/fse'
import { libellesEtatOperation } from '../../../shared/domain/fse/fse.liste'
import { libellesPoste, libellesRegime } from '../../../shared/domain/fse/postes'
import type { Tone } from '../../ui/tone'

type EtatOperation = (typeof etatsOperation)[number]
type EtatJustificatif = (typeof etatsJustificatif)[number]

export const tonsEtatOperation: Record<EtatOperation, Tone> = {
  projet: 'neutre',
  deposee: 'info',
  enInstruction: 'info',
  conventionnee: 'info',
  enCours: 'succes',
  terminee: 'neutre',
  soldee: 'neutre',
  abandonnee: 'neutre',
}

export const libellesJustificatif: Record<EtatJustificatif, string> = {
  sansObjet: 'Sans objet',
  aFournir: 'À fournir',
  enAttente: 'En attente',
  fourni: 'Fourni',
}

export const tonsJustificatif: Record<EtatJustificatif, Tone> = {
  sansObjet: 'neutre',
  aFournir: 'attention',
  enAttente: 'attention',
  fourni: 'succes',
}

const choix = <Cle extends string>(libelles: Record<Cle, string>) =>
  (Object.entries(libelles) as [Cle, string][]).map(([value, label]) => ({ value, label }))

export const choixEtatOperation = choix(libellesEtatOperation)
export const choixJustificatif = choix(libellesJustificatif)
export const choixRegime = regimesCouts.map((value) => ({ value, label: libellesRegime[value] }))
export const choixPoste = postes.map((value) => ({
  value,
  label: `${value} – ${libellesPoste[value]}`,
  group: value.startsWith('D') ? 'Dépenses' : 'Ressources',
}))
