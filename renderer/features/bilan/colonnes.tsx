import type { FaitsDuBilan } from '../../../shared/domain/bilan/bilan'
import { sensTotalise, totalDuSens } from '../../../shared/domain/bilan/totaux-fse'
import { majusculeInitiale } from '../../../shared/text'
import { colonneEtatLettre } from '../../etat-lettre'
import type { Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'
import { colonneEtp, enHeures } from './mesures'

/** A row that opens the record it speaks of. */
export interface LigneOuvrable {
  cle: string
  ouvre: { fiche: 'agent' | 'reseau' | 'etablissement' | 'lettre' | 'operationFse'; id: string }
}

interface Tableau<Row extends LigneOuvrable> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  chips?: readonly Chip<Row>[]
}

type Ouvrable<T> = T & LigneOuvrable

export function agents({ affectations }: FaitsDuBilan): Tableau<Ouvrable<FaitsDuBilan['affectations'][number]>> {
  return {
    rows: affectations.map((ligne, rang) => ({
      ...ligne,
      cle: String(rang),
      ouvre: { fiche: 'agent', id: ligne.agentId },
    })),
    columns: [
      { cle: 'agent', titre: 'Agent', valeur: ({ nom, prenom }) => `${nom} ${prenom}`, principale: true, largeur: 200 },
      { cle: 'role', titre: 'Rôle', valeur: ({ role }) => role, largeur: 164, extensible: 0, groupable: true },
      {
        cle: 'statut',
        titre: 'Statut',
        valeur: ({ statut }) => majusculeInitiale(statut),
        largeur: 90,
        extensible: 0,
        groupable: true,
      },
      { cle: 'corps', titre: 'Corps', valeur: ({ corps }) => corps, largeur: 100, extensible: 0, groupable: true },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite },
      colonneEtp,
      {
        cle: 'heures',
        titre: 'Heures dues',
        ...enHeures(({ heuresDues }: FaitsDuBilan['affectations'][number]) => heuresDues),
      },
      {
        cle: 'residence',
        titre: 'Résidence administrative',
        valeur: ({ residenceNom }) => residenceNom,
        largeur: 180,
        groupable: true,
      },
    ],
  }
}

/** An établissement is in a FOQUALE and in a PSAD: their members make no sum. */
const duMemeType = (lignes: readonly { type: string }[]): boolean => new Set(lignes.map(({ type }) => type)).size <= 1
const dansChacun = 'Un agent rattaché à deux réseaux compte dans chacun.'

export function reseaux({ reseaux: lignes }: FaitsDuBilan): Tableau<Ouvrable<FaitsDuBilan['reseaux'][number]>> {
  return {
    rows: lignes.map((ligne) => ({ ...ligne, cle: ligne.id, ouvre: { fiche: 'reseau', id: ligne.id } })),
    columns: [
      { cle: 'code', titre: 'Code', valeur: ({ code }) => code, largeur: 108, extensible: 0 },
      { cle: 'nom', titre: 'Réseau', valeur: ({ nom }) => nom, principale: true, largeur: 190 },
      { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 96, extensible: 0, groupable: true },
      { cle: 'tete', titre: 'Tête de réseau', valeur: ({ teteNom }) => teteNom, largeur: 250, extensible: 2 },
      {
        cle: 'membres',
        titre: 'Établissements',
        type: 'nombre',
        valeur: ({ nombreMembres }) => nombreMembres,
        largeur: 112,
        total: 'somme',
        sommeSi: duMemeType,
        aide: 'Le total se lit type par type\u00a0: un établissement peut être dans un FOQUALE et dans un PSAD.',
      },
      {
        cle: 'coordonnateurs',
        titre: 'Coordonnateurs',
        type: 'nombre',
        valeur: (ligne) => ligne.nombreCoordonnateurs,
        largeur: 120,
        total: 'somme',
        aide: dansChacun,
      },
      {
        cle: 'formateurs',
        titre: 'Formateurs',
        type: 'nombre',
        valeur: (ligne) => ligne.nombreFormateurs,
        largeur: 100,
        total: 'somme',
        aide: dansChacun,
      },
      { ...colonneEtp, aide: `Équivalents temps plein. ${dansChacun}` },
    ],
  }
}

export function etablissements({
  etablissements: lignes,
}: FaitsDuBilan): Tableau<Ouvrable<FaitsDuBilan['etablissements'][number]>> {
  return {
    rows: lignes.map((ligne) => ({ ...ligne, cle: ligne.id, ouvre: { fiche: 'etablissement', id: ligne.id } })),
    columns: [
      { cle: 'uai', titre: 'UAI', valeur: ({ uai }) => uai, largeur: 98, extensible: 0 },
      { cle: 'nom', titre: 'Établissement', valeur: ({ nom }) => nom, principale: true, largeur: 220 },
      { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 110, groupable: true },
      { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 140, groupable: true },
      {
        cle: 'ep',
        titre: 'EP',
        groupable: true,
        valeur: ({ educationPrioritaire }) => educationPrioritaire,
        largeur: 70,
        extensible: 0,
      },
      { cle: 'reseaux', titre: 'Réseaux', valeur: (ligne) => ligne.reseaux, largeur: 160, groupable: true },
      {
        cle: 'lettres',
        titre: 'Lettres',
        type: 'nombre',
        valeur: ({ nombreLettres }) => nombreLettres,
        largeur: 80,
      },
      { cle: 'agents', titre: 'Agents', valeur: (ligne) => ligne.agents, largeur: 200 },
    ],
  }
}

interface LigneCouverture extends LigneOuvrable {
  constat: string
  code: string
  nom: string
  commune: string
  detail: string
}

export function couverture({ couverture: faits }: FaitsDuBilan): Tableau<LigneCouverture> {
  return {
    rows: [
      ...faits.sansReseau.map(({ id, uai, nom, commune }) =>
        ligneEtablissement(id, 'Sans réseau', uai, nom, commune, ''),
      ),
      ...faits.enDouble.map(({ id, uai, nom, commune, reseaux: noms }) =>
        ligneEtablissement(id, 'Deux réseaux', uai, nom, commune, noms),
      ),
      ...faits.sansCoordonnateur.map(({ id, code, nom, type }) => ({
        ...{ cle: `reseau ${id}`, constat: 'Réseau sans coordonnateur', code, nom, commune: '', detail: type },
        ouvre: { fiche: 'reseau' as const, id },
      })),
    ],
    columns: [
      {
        cle: 'constat',
        titre: 'Constat',
        valeur: ({ constat }) => constat,
        largeur: 116,
        groupable: true,
      },
      { cle: 'code', titre: 'UAI ou code', valeur: ({ code }) => code, largeur: 110, extensible: 0 },
      { cle: 'nom', titre: 'Nom', valeur: ({ nom }) => nom, principale: true, largeur: 200, extensible: 2 },
      { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 150, groupable: true },
      { cle: 'detail', titre: 'Détail', valeur: ({ detail }) => detail, largeur: 130, extensible: 2 },
    ],
  }
}

function ligneEtablissement(
  id: string,
  constat: string,
  code: string,
  nom: string,
  commune: string,
  detail: string,
): LigneCouverture {
  return { cle: `${constat} ${id}`, constat, code, nom, commune, detail, ouvre: { fiche: 'etablissement', id } }
}

export function lettres({
  lettres: lignes,
  domaines,
}: FaitsDuBilan): Tableau<Ouvrable<FaitsDuBilan['lettres'][number]>> {
  return {
    rows: lignes.map((ligne) => ({ ...ligne, cle: ligne.id, ouvre: { fiche: 'lettre', id: ligne.id } })),
    columns: [
      { cle: 'agent', titre: 'Agent', valeur: ({ nom, prenom }) => `${nom} ${prenom}`, principale: true, largeur: 200 },
      { cle: 'role', titre: 'Rôle', valeur: ({ role }) => role, largeur: 164, groupable: true },
      {
        ...colonneEtatLettre,
        largeur: 132,
        groupable: true,
      },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, largeur: 80 },
      {
        cle: 'dues',
        titre: 'Heures dues',
        ...enHeures(({ heuresDues }: FaitsDuBilan['lettres'][number]) => heuresDues),
      },
      ...domaines.map(({ id, libelle }) => ({
        cle: id,
        titre: libelle,
        ...enHeures(({ heuresParDomaine }: FaitsDuBilan['lettres'][number]) => heuresParDomaine[id] ?? null),
      })),
      { cle: 'envoyeeLe', titre: 'Envoyée le', type: 'jour', valeur: ({ envoyeeLe }) => envoyeeLe, largeur: 96 },
      { cle: 'signeeLe', titre: 'Signée le', type: 'jour', valeur: ({ signeeLe }) => signeeLe, largeur: 96 },
    ],
  }
}

type LigneFse = FaitsDuBilan['operations'][number]['lignes'][number] & { intitule: string }

/** Foot of a column of money: what is spent and what pays it are never added up. */
const totalFse =
  (champ: 'prevuCents' | 'realiseCents') =>
  (lignes: readonly LigneFse[]): number | null => {
    const sens = sensTotalise(lignes)
    return sens && (totalDuSens(lignes, sens)?.[champ] ?? null)
  }

export function fse({ operations }: FaitsDuBilan): Tableau<Ouvrable<LigneFse>> {
  return {
    rows: operations.flatMap(({ id, intitule, lignes }) =>
      lignes.map((ligne, rang) => ({
        ...ligne,
        intitule,
        cle: `${id} ${String(rang)}`,
        ouvre: { fiche: 'operationFse' as const, id },
      })),
    ),
    chips: [
      { cle: 'depenses', titre: 'Dépenses', garde: ({ sens }) => sens === 'depense' },
      { cle: 'ressources', titre: 'Ressources', garde: ({ sens }) => sens === 'ressource' },
    ],
    columns: [
      {
        cle: 'operation',
        titre: 'Opération',
        valeur: ({ intitule }) => intitule,
        principale: true,
        largeur: 250,
        groupable: true,
      },
      {
        cle: 'sens',
        titre: 'Sens',
        groupable: true,
        valeur: ({ sens }) => (sens === 'depense' ? 'Dépense' : 'Ressource'),
        total: (vues) => ({ depense: 'Dépenses', ressource: 'Ressources' })[sensTotalise(vues) ?? 'depense'],
        largeur: 96,
        extensible: 0,
      },
      { cle: 'poste', titre: 'Poste', valeur: ({ poste }) => poste, largeur: 64, extensible: 0, groupable: true },
      { cle: 'libelle', titre: 'Ligne', valeur: ({ libelle }) => libelle, largeur: 240 },
      {
        cle: 'prevu',
        titre: 'Prévu',
        type: 'montant',
        valeur: ({ prevuCents }) => prevuCents,
        total: totalFse('prevuCents'),
        largeur: 114,
      },
      {
        cle: 'realise',
        titre: 'Réalisé',
        type: 'montant',
        valeur: ({ realiseCents }) => realiseCents,
        total: totalFse('realiseCents'),
        largeur: 114,
      },
      {
        cle: 'justificatif',
        titre: 'Justificatif',
        valeur: ({ justificatif }) => majusculeInitiale(justificatif),
        largeur: 108,
        extensible: 0,
      },
    ],
  }
}
