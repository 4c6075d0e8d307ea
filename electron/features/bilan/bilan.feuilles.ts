import { afficheDepartement } from '../../../shared/academies'
import { formatJour } from '../../../shared/dates'
import type { FaitsDuBilan } from '../../../shared/domain/bilan/bilan'
import type { TableDuBilan } from '../../../shared/domain/bilan/chiffres'
import { sensFse, totalDuSens } from '../../../shared/domain/bilan/totaux-fse'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { FeuilleDecrite } from '../../documents/excel-description'

/** Name of the sheet where each table is. */
export const feuilles: Record<TableDuBilan, string> = {
  agents: 'Agents et ETP',
  reseaux: 'Réseaux',
  couverture: 'Couverture',
  etablissements: 'Établissements touchés',
  lettres: 'Lettres de mission',
  synthese: 'Synthèse par domaine',
  fse: 'Budget FSE',
}

/** Name of the cover page, that every sheet leads back to. */
export const accueil = 'Bilan'

const commune = { lienRetour: accueil, orientation: 'paysage', filtre: true } as const

export function feuilleAgents(faits: FaitsDuBilan): FeuilleDecrite {
  return {
    ...commune,
    nom: feuilles.agents,
    titre: `Agents et équivalents temps plein, ${faits.anneeId}`,
    sousTitre: 'Une ligne par affectation de l’année ; une personne qui tient deux rôles a deux lignes.',
    figer: 2,
    colonnes: [
      { cle: 'nom', titre: 'Nom', type: 'texte', total: 'compte' },
      { cle: 'prenom', titre: 'Prénom', type: 'texte' },
      { cle: 'role', titre: 'Rôle', type: 'texte' },
      { cle: 'statut', titre: 'Statut', type: 'texte' },
      { cle: 'corps', titre: 'Corps', type: 'texte' },
      { cle: 'grade', titre: 'Grade', type: 'texte' },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', decimales: 0 },
      { cle: 'etp', titre: 'ETP', type: 'nombre', total: 'somme' },
      { cle: 'regime', titre: 'Régime', type: 'texte' },
      { cle: 'heuresAn', titre: 'Heures dues (an)', type: 'heures', total: 'somme' },
      { cle: 'heuresSemaine', titre: 'Heures dues (semaine)', type: 'heures', total: 'somme' },
      { cle: 'residenceUai', titre: 'UAI de résidence', type: 'texte' },
      { cle: 'residenceNom', titre: 'Résidence administrative', type: 'texte' },
      { cle: 'reseaux', titre: 'Réseaux', type: 'texte' },
      { cle: 'contratFinLe', titre: 'Fin de contrat', type: 'jour' },
      { cle: 'cplds', titre: 'CPLDS', type: 'texte' },
    ],
    lignes: faits.affectations.map(({ heuresDues, uniteHeures, ...ligne }) => ({
      ...ligne,
      heuresAn: uniteHeures === 'an' ? heuresDues : null,
      heuresSemaine: uniteHeures === 'semaine' ? heuresDues : null,
    })),
  }
}

export function feuilleReseaux(faits: FaitsDuBilan): FeuilleDecrite {
  return {
    ...commune,
    nom: feuilles.reseaux,
    titre: `Réseaux, ${faits.anneeId}`,
    sousTitre: `Membres au ${formatJour(faits.jour)} ; coordonnateurs et formateurs affectés dans l’année.`,
    figer: 2,
    colonnes: [
      { cle: 'code', titre: 'Code', type: 'texte', total: 'compte' },
      { cle: 'nom', titre: 'Réseau', type: 'texte' },
      { cle: 'type', titre: 'Type', type: 'texte' },
      { cle: 'departement', titre: 'Département', type: 'texte' },
      { cle: 'teteUai', titre: 'UAI de la tête', type: 'texte' },
      { cle: 'teteNom', titre: 'Établissement tête de réseau', type: 'texte' },
      { cle: 'animateur', titre: 'Animateur', type: 'texte' },
      {
        cle: 'nombreMembres',
        titre: 'Établissements',
        type: 'entier',
        total: 'somme',
        aide: 'Un établissement membre de deux réseaux compte ici dans chacun.',
      },
      { cle: 'nombreCoordonnateurs', titre: 'Coordonnateurs', type: 'entier', total: 'somme' },
      { cle: 'nombreFormateurs', titre: 'Formateurs', type: 'entier', total: 'somme' },
      {
        cle: 'etp',
        titre: 'ETP',
        type: 'nombre',
        total: 'somme',
        aide: 'Un agent rattaché à deux réseaux compte ici dans chacun.',
      },
    ],
    lignes: faits.reseaux.map((reseau) => ({ ...reseau, departement: afficheOuRien(reseau.departement) })),
  }
}

export function feuilleCouverture(faits: FaitsDuBilan): FeuilleDecrite {
  const { sansReseau, enDouble, sansCoordonnateur } = faits.couverture
  return {
    ...commune,
    nom: feuilles.couverture,
    titre: `Couverture au ${formatJour(faits.jour)}`,
    sousTitre:
      'Ce qui demande une décision : établissements sans réseau ou dans deux réseaux du même type, réseaux sans coordonnateur.',
    colonnes: [
      { cle: 'constat', titre: 'Constat', type: 'texte', total: 'compte' },
      { cle: 'code', titre: 'UAI ou code', type: 'texte' },
      { cle: 'nom', titre: 'Nom', type: 'texte' },
      { cle: 'type', titre: 'Type', type: 'texte' },
      { cle: 'commune', titre: 'Commune', type: 'texte' },
      { cle: 'departement', titre: 'Département', type: 'texte' },
      { cle: 'detail', titre: 'Détail', type: 'texte' },
    ],
    lignes: [
      ...sansReseau.map((ligne) => ({
        ...ligne,
        constat: 'Établissement sans réseau',
        code: ligne.uai,
        departement: afficheOuRien(ligne.departement),
      })),
      ...enDouble.map((ligne) => ({
        ...ligne,
        constat: 'Établissement dans deux réseaux',
        code: ligne.uai,
        departement: afficheOuRien(ligne.departement),
        detail: ligne.reseaux,
      })),
      ...sansCoordonnateur.map((ligne) => ({ ...ligne, constat: 'Réseau sans coordonnateur' })),
    ],
  }
}

export function feuilleEtablissements(faits: FaitsDuBilan): FeuilleDecrite {
  return {
    ...commune,
    nom: feuilles.etablissements,
    titre: `Établissements touchés, ${faits.anneeId}`,
    sousTitre: 'Établissements cités comme lieux d’intervention par au moins une lettre de mission active.',
    figer: 2,
    colonnes: [
      { cle: 'uai', titre: 'UAI', type: 'texte', total: 'compte' },
      { cle: 'nom', titre: 'Établissement', type: 'texte' },
      { cle: 'type', titre: 'Type', type: 'texte' },
      { cle: 'commune', titre: 'Commune', type: 'texte' },
      { cle: 'departement', titre: 'Département', type: 'texte' },
      { cle: 'educationPrioritaire', titre: 'Éducation prioritaire', type: 'texte' },
      { cle: 'reseaux', titre: 'Réseaux', type: 'texte' },
      // A letter names several établissements: these counts make no sum.
      { cle: 'nombreLettres', titre: 'Lettres', type: 'entier' },
      { cle: 'agents', titre: 'Agents', type: 'texte' },
      { cle: 'gpds', titre: 'GPDS', type: 'booleen' },
    ],
    lignes: faits.etablissements.map((ligne) => ({ ...ligne, departement: afficheOuRien(ligne.departement) })),
  }
}

export function feuilleLettres(faits: FaitsDuBilan): FeuilleDecrite {
  // Hours a year and hours a week do not add up: totals only where one unit is used.
  const total = new Set(faits.lettres.map(({ uniteHeures }) => uniteHeures)).size === 1 ? ('somme' as const) : null
  return {
    ...commune,
    nom: feuilles.lettres,
    titre: `Lettres de mission, ${faits.anneeId}`,
    sousTitre:
      'Lettres actives. Les heures par domaine sont indicatives ; elles se comptent à l’année ou à la semaine selon le régime.',
    figer: 2,
    colonnes: [
      { cle: 'nom', titre: 'Nom', type: 'texte', total: 'compte' },
      { cle: 'prenom', titre: 'Prénom', type: 'texte' },
      { cle: 'role', titre: 'Rôle', type: 'texte' },
      { cle: 'etatLibelle', titre: 'État', type: 'texte' },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', decimales: 0 },
      { cle: 'regime', titre: 'Régime', type: 'texte' },
      { cle: 'unite', titre: 'Compté par', type: 'texte' },
      { cle: 'heuresDues', titre: 'Heures dues', type: 'heures', total },
      ...faits.domaines.map(({ id, libelle }) => ({
        cle: `domaine ${id}`,
        titre: libelle,
        type: 'heures' as const,
        total,
      })),
      { cle: 'totalHeures', titre: 'Total réparti', type: 'heures', total },
      {
        cle: 'ecart',
        titre: 'Écart',
        type: 'heures',
        total,
        aide: 'Total réparti moins heures dues.',
      },
      { cle: 'nombreEtablissements', titre: 'Établissements', type: 'entier', total: 'somme' },
      { cle: 'envoyeeLe', titre: 'Envoyée le', type: 'jour' },
      { cle: 'signeeLe', titre: 'Signée le', type: 'jour', total: 'compte' },
      { cle: 'rapportDemandeLe', titre: 'Rapport demandé le', type: 'jour', total: 'compte' },
      { cle: 'rapportRecuLe', titre: 'Rapport reçu le', type: 'jour', total: 'compte' },
      { cle: 'pourcentageFse', titre: 'Part FSE', type: 'pourcentage', decimales: 0 },
    ],
    lignes: faits.lettres.map(({ heuresParDomaine, etat, pourcentageFse, uniteHeures, ...ligne }) => ({
      ...ligne,
      unite: uniteHeures,
      etatLibelle: libellesEtatLettre[etat],
      ecart: ligne.totalHeures === 0 ? null : Number((ligne.totalHeures - ligne.heuresDues).toFixed(4)),
      pourcentageFse: pourcentageFse === 0 ? null : pourcentageFse,
      ...Object.fromEntries(Object.entries(heuresParDomaine).map(([id, heures]) => [`domaine ${id}`, heures])),
    })),
  }
}

export function feuilleSynthese(faits: FaitsDuBilan): FeuilleDecrite {
  const entier = (cle: string, titre: string) => ({ cle, titre, type: 'entier', total: 'somme' }) as const
  return {
    ...commune,
    nom: feuilles.synthese,
    titre: `Synthèse par domaine, ${faits.anneeId}`,
    sousTitre:
      'Heures et objectifs des lettres actives. Les heures d’une semaine sont comptées pour 36 semaines ; un objectif compte dans le domaine qu’il sert.',
    figer: 1,
    colonnes: [
      { cle: 'domaine', titre: 'Domaine', type: 'texte', total: 'compte' },
      { cle: 'lettres', titre: 'Lettres', type: 'entier' },
      { cle: 'heures', titre: 'Heures dans l’année', type: 'heures', total: 'somme' },
      entier('objectifs', 'Objectifs'),
      entier('atteints', 'Atteints'),
      entier('enPartie', 'Atteints en partie'),
      entier('nonAtteints', 'Non atteints'),
      entier('nonRenseignes', 'Non renseignés'),
    ],
    lignes: faits.synthese.map((ligne) => ({ ...ligne })),
  }
}

export function feuilleFse(faits: FaitsDuBilan): FeuilleDecrite {
  const toutes = faits.operations.flatMap(({ lignes }) => lignes)
  return {
    ...commune,
    nom: feuilles.fse,
    titre: `Budget des opérations FSE de l’année ${faits.anneeId}`,
    sousTitre:
      'Opérations dont la période rencontre l’année ; montants sur toute leur durée. Filtrez sur « Sens » : les dépenses et les ressources s’équilibrent.',
    cleTotal: 'estTotal',
    figer: 1,
    colonnes: [
      { cle: 'numero', titre: 'Opération', type: 'texte' },
      { cle: 'intitule', titre: 'Intitulé', type: 'texte' },
      { cle: 'sensLibelle', titre: 'Sens', type: 'texte' },
      { cle: 'poste', titre: 'Poste', type: 'texte' },
      { cle: 'libellePoste', titre: 'Nature', type: 'texte' },
      { cle: 'libelle', titre: 'Ligne', type: 'texte' },
      { cle: 'prevuCents', titre: 'Prévu', type: 'montant' },
      { cle: 'realiseCents', titre: 'Réalisé', type: 'montant' },
      { cle: 'resteCents', titre: 'Reste', type: 'montant' },
      { cle: 'execution', titre: 'Exécution', type: 'pourcentage' },
      { cle: 'justificatif', titre: 'Justificatif', type: 'texte' },
    ],
    lignes: [
      ...faits.operations.flatMap(({ numero, intitule, lignes }) =>
        sensFse.flatMap((sens) => [
          ...lignes.filter((ligne) => ligne.sens === sens).map((ligne) => ligneFse(numero, intitule, ligne)),
          ...totaux({ numero, intitule }, lignes, sens),
        ]),
      ),
      ...(faits.operations.length > 1
        ? sensFse.flatMap((sens) => totaux({ intitule: 'Toutes les opérations' }, toutes, sens))
        : []),
    ],
    note: 'Les totaux reprennent les lignes telles qu’elles sont saisies.',
  }
}

type Ligne = FaitsDuBilan['operations'][number]['lignes'][number]
const sensLibelles = { depense: 'Dépense', ressource: 'Ressource' } as const
const totauxLibelles = { depense: 'Total des dépenses', ressource: 'Total des ressources' } as const

function ligneFse(numero: string, intitule: string, { sens, ...ligne }: Ligne) {
  return { numero, intitule, ...ligne, sensLibelle: sensLibelles[sens], ...reste(ligne) }
}

function totaux(operation: { numero?: string; intitule: string }, lignes: readonly Ligne[], sens: Ligne['sens']) {
  const total = totalDuSens(lignes, sens)
  if (total === null) return []
  return [
    { ...operation, sensLibelle: 'Total', libelle: totauxLibelles[sens], ...total, ...reste(total), estTotal: true },
  ]
}

const reste = ({ prevuCents, realiseCents }: { prevuCents: number; realiseCents: number }) => ({
  resteCents: prevuCents - realiseCents,
  execution: prevuCents === 0 ? null : (realiseCents / prevuCents) * 100,
})

const afficheOuRien = (departement: string): string => (departement === '' ? '' : afficheDepartement(departement))
