import { afficheDepartement } from '../../../shared/academies'
import { formatJour } from '../../../shared/dates'
import type { FaitsDuBilan } from '../../../shared/domain/bilan/bilan'
import type { TableDuBilan } from '../../../shared/domain/bilan/chiffres'
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
      { cle: 'nom', titre: 'Nom', type: 'texte', largeur: 22, total: 'compte' },
      { cle: 'prenom', titre: 'Prénom', type: 'texte', largeur: 16 },
      { cle: 'role', titre: 'Rôle', type: 'texte', largeur: 20 },
      { cle: 'statut', titre: 'Statut', type: 'texte', largeur: 12 },
      { cle: 'corps', titre: 'Corps', type: 'texte', largeur: 14 },
      { cle: 'grade', titre: 'Grade', type: 'texte', largeur: 16 },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', largeur: 10, decimales: 0 },
      { cle: 'etp', titre: 'ETP', type: 'nombre', largeur: 8, total: 'somme' },
      { cle: 'regime', titre: 'Régime', type: 'texte', largeur: 12 },
      { cle: 'heuresAn', titre: 'Heures dues (an)', type: 'heures', largeur: 12, total: 'somme' },
      { cle: 'heuresSemaine', titre: 'Heures dues (semaine)', type: 'heures', largeur: 12, total: 'somme' },
      { cle: 'residenceUai', titre: 'UAI de résidence', type: 'texte', largeur: 12 },
      { cle: 'residenceNom', titre: 'Résidence administrative', type: 'texte', largeur: 34 },
      { cle: 'reseaux', titre: 'Réseaux', type: 'texte', largeur: 24 },
      { cle: 'contratFinLe', titre: 'Fin de contrat', type: 'jour', largeur: 12 },
      { cle: 'cplds', titre: 'CPLDS', type: 'texte', largeur: 10 },
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
      { cle: 'code', titre: 'Code', type: 'texte', largeur: 14, total: 'compte' },
      { cle: 'nom', titre: 'Réseau', type: 'texte', largeur: 26 },
      { cle: 'type', titre: 'Type', type: 'texte', largeur: 12 },
      { cle: 'departement', titre: 'Département', type: 'texte', largeur: 15 },
      { cle: 'teteUai', titre: 'UAI de la tête', type: 'texte', largeur: 12 },
      { cle: 'teteNom', titre: 'Établissement tête de réseau', type: 'texte', largeur: 34 },
      { cle: 'animateur', titre: 'Animateur', type: 'texte', largeur: 22 },
      { cle: 'nombreMembres', titre: 'Établissements', type: 'entier', largeur: 14, total: 'somme' },
      { cle: 'nombreCoordonnateurs', titre: 'Coordonnateurs', type: 'entier', largeur: 14, total: 'somme' },
      { cle: 'nombreFormateurs', titre: 'Formateurs', type: 'entier', largeur: 12, total: 'somme' },
      {
        cle: 'etp',
        titre: 'ETP',
        type: 'nombre',
        largeur: 8,
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
      { cle: 'constat', titre: 'Constat', type: 'texte', largeur: 26, total: 'compte' },
      { cle: 'code', titre: 'UAI ou code', type: 'texte', largeur: 14 },
      { cle: 'nom', titre: 'Nom', type: 'texte', largeur: 40 },
      { cle: 'type', titre: 'Type', type: 'texte', largeur: 14 },
      { cle: 'commune', titre: 'Commune', type: 'texte', largeur: 22 },
      { cle: 'departement', titre: 'Département', type: 'texte', largeur: 15 },
      { cle: 'detail', titre: 'Détail', type: 'texte', largeur: 40 },
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
        constat: 'Établissement en double',
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
      { cle: 'uai', titre: 'UAI', type: 'texte', largeur: 11, total: 'compte' },
      { cle: 'nom', titre: 'Établissement', type: 'texte', largeur: 38 },
      { cle: 'type', titre: 'Type', type: 'texte', largeur: 14 },
      { cle: 'commune', titre: 'Commune', type: 'texte', largeur: 22 },
      { cle: 'departement', titre: 'Département', type: 'texte', largeur: 15 },
      { cle: 'educationPrioritaire', titre: 'Éducation prioritaire', type: 'texte', largeur: 12 },
      { cle: 'reseaux', titre: 'Réseaux', type: 'texte', largeur: 26 },
      { cle: 'nombreLettres', titre: 'Lettres', type: 'entier', largeur: 9, total: 'somme' },
      { cle: 'agents', titre: 'Agents', type: 'texte', largeur: 40, retourALaLigne: true },
      { cle: 'gpds', titre: 'GPDS', type: 'booleen', largeur: 8 },
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
      { cle: 'nom', titre: 'Nom', type: 'texte', largeur: 22, total: 'compte' },
      { cle: 'prenom', titre: 'Prénom', type: 'texte', largeur: 16 },
      { cle: 'role', titre: 'Rôle', type: 'texte', largeur: 20 },
      { cle: 'etatLibelle', titre: 'État', type: 'texte', largeur: 18 },
      { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', largeur: 10, decimales: 0 },
      { cle: 'regime', titre: 'Régime', type: 'texte', largeur: 12 },
      { cle: 'unite', titre: 'Compté par', type: 'texte', largeur: 10 },
      { cle: 'heuresDues', titre: 'Heures dues', type: 'heures', largeur: 11, total },
      ...faits.domaines.map(({ id, libelle }) => ({
        cle: `domaine ${id}`,
        titre: libelle,
        type: 'heures' as const,
        largeur: 13,
        total,
      })),
      { cle: 'totalHeures', titre: 'Total réparti', type: 'heures', largeur: 12, total },
      {
        cle: 'ecart',
        titre: 'Écart',
        type: 'heures',
        largeur: 9,
        total,
        aide: 'Total réparti moins heures dues.',
      },
      { cle: 'nombreEtablissements', titre: 'Établissements', type: 'entier', largeur: 14, total: 'somme' },
      { cle: 'envoyeeLe', titre: 'Envoyée le', type: 'jour', largeur: 12 },
      { cle: 'signeeLe', titre: 'Signée le', type: 'jour', largeur: 12, total: 'compte' },
      { cle: 'rapportDemandeLe', titre: 'Rapport demandé le', type: 'jour', largeur: 12, total: 'compte' },
      { cle: 'rapportRecuLe', titre: 'Rapport reçu le', type: 'jour', largeur: 12, total: 'compte' },
      { cle: 'pourcentageFse', titre: 'Part FSE', type: 'pourcentage', largeur: 10, decimales: 0 },
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
  const entier = (cle: string, titre: string) => ({ cle, titre, type: 'entier', largeur: 14, total: 'somme' }) as const
  return {
    ...commune,
    nom: feuilles.synthese,
    titre: `Synthèse par domaine, ${faits.anneeId}`,
    sousTitre:
      'Heures et objectifs des lettres actives. Les heures d’une semaine sont comptées pour 36 semaines ; un objectif compte dans le domaine qu’il sert.',
    figer: 1,
    colonnes: [
      { cle: 'domaine', titre: 'Domaine', type: 'texte', largeur: 30, total: 'compte' },
      { cle: 'lettres', titre: 'Lettres', type: 'entier', largeur: 10 },
      { cle: 'heures', titre: 'Heures dans l’année', type: 'heures', largeur: 14, total: 'somme' },
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
  return {
    ...commune,
    nom: feuilles.fse,
    titre: `Opérations FSE qui rencontrent ${faits.anneeId}`,
    sousTitre:
      'Montants sur toute la durée de l’opération. Filtrez sur « Sens » : les dépenses et les ressources s’équilibrent.',
    figer: 1,
    colonnes: [
      { cle: 'numero', titre: 'Opération', type: 'texte', largeur: 14 },
      { cle: 'intitule', titre: 'Intitulé', type: 'texte', largeur: 32 },
      { cle: 'sensLibelle', titre: 'Sens', type: 'texte', largeur: 11 },
      { cle: 'poste', titre: 'Poste', type: 'texte', largeur: 8 },
      { cle: 'libellePoste', titre: 'Nature', type: 'texte', largeur: 32 },
      { cle: 'libelle', titre: 'Ligne', type: 'texte', largeur: 32 },
      { cle: 'prevuCents', titre: 'Prévu', type: 'montant', largeur: 15 },
      { cle: 'realiseCents', titre: 'Réalisé', type: 'montant', largeur: 15 },
      { cle: 'resteCents', titre: 'Reste', type: 'montant', largeur: 15 },
      { cle: 'execution', titre: 'Exécution', type: 'pourcentage', largeur: 11 },
      { cle: 'justificatif', titre: 'Justificatif', type: 'texte', largeur: 13 },
    ],
    lignes: faits.operations.flatMap(({ numero, intitule, lignes }) =>
      (['depense', 'ressource'] as const).flatMap((sens) => {
        const duSens = lignes.filter((ligne) => ligne.sens === sens)
        return [
          ...duSens.map((ligne) => ligneFse(numero, intitule, ligne)),
          ...sousTotal(numero, intitule, sens, duSens),
        ]
      }),
    ),
    note: 'Les sous-totaux reprennent les lignes telles qu’elles sont saisies.',
  }
}

type Ligne = FaitsDuBilan['operations'][number]['lignes'][number]
const sensLibelles = { depense: 'Dépense', ressource: 'Ressource' } as const

function ligneFse(numero: string, intitule: string, { sens, ...ligne }: Ligne) {
  return { numero, intitule, ...ligne, sensLibelle: sensLibelles[sens], ...reste(ligne) }
}

function sousTotal(numero: string, intitule: string, sens: Ligne['sens'], lignes: Ligne[]) {
  if (lignes.length === 0) return []
  const prevuCents = lignes.reduce((total, ligne) => total + ligne.prevuCents, 0)
  const realiseCents = lignes.reduce((total, ligne) => total + ligne.realiseCents, 0)
  const libelle = sens === 'depense' ? 'Total des dépenses' : 'Total des ressources'
  return [
    {
      numero,
      intitule,
      sensLibelle: 'Total',
      libelle,
      prevuCents,
      realiseCents,
      ...reste({ prevuCents, realiseCents }),
    },
  ]
}

const reste = ({ prevuCents, realiseCents }: { prevuCents: number; realiseCents: number }) => ({
  resteCents: prevuCents - realiseCents,
  execution: prevuCents === 0 ? null : (realiseCents / prevuCents) * 100,
})

const afficheOuRien = (departement: string): string => (departement === '' ? '' : afficheDepartement(departement))
