import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type {
  FicheEtablissement,
  ReseauDEtablissement,
} from '../../../shared/domain/etablissement/etablissement.contract'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { couvre } from '../../../shared/periodes'
import { nomAffiche } from '../../../shared/text'
import type { listLettresDEtablissement, listReseauxDEtablissement, listResidents } from './etablissement.queries'

type Rows<Query extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>

type Appartenances = Rows<typeof listReseauxDEtablissement>

interface Faits extends Appartenances {
  etablissement: Etablissement
  lettres: Rows<typeof listLettresDEtablissement>
  residents: Rows<typeof listResidents>
}

/** Rows put together as the record shows them: labels agreed with the person. Pure. */
export function afficherFiche(faits: Faits, jour: string): FicheEtablissement {
  return {
    etablissement: faits.etablissement,
    reseaux: afficherReseaux(faits, jour),
    lettres: faits.lettres.map(({ id, agentId, etat, nature, volume, uniteVolume, ...row }) => ({
      id,
      agentId,
      agent: nomAffiche(row),
      role: accorder(row, row.civilite),
      etat,
      nature,
      volume,
      uniteVolume,
    })),
    residents: faits.residents.map(({ agentId, quotite, debutLe, finLe, ...row }) => ({
      agentId,
      agent: nomAffiche(row),
      role: accorder(row, row.civilite),
      quotite,
      debutLe,
      finLe,
    })),
  }
}

function afficherReseaux({ etablissement, membres, diriges }: Faits, jour: string): ReseauDEtablissement[] {
  const appartenances = membres.map(({ membreId, reseauId, nom, libelle, abrege, teteId, debutLe, finLe }) => ({
    membreId,
    reseauId,
    nom,
    type: abrege ?? libelle,
    estTete: teteId === etablissement.id,
    debutLe,
    finLe,
    enCours: couvre({ debutLe, finLe }, jour),
  }))
  const connus = new Set(appartenances.map(({ reseauId }) => reseauId))
  const seulementTete = diriges
    .filter(({ reseauId }) => !connus.has(reseauId))
    .map(({ reseauId, nom, libelle, abrege }) => ({
      membreId: null,
      reseauId,
      nom,
      type: abrege ?? libelle,
      estTete: true,
      debutLe: null,
      finLe: null,
      enCours: true,
    }))
  return [...appartenances, ...seulementTete]
}
