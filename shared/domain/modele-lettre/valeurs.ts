import { jourEnLettres } from '../../dates'
import { compte, formatHeures, formatPourcent } from '../../nombres'
import { enumerer, prenomNom } from '../../text'
import { typeCio } from '../circuit/circuit'
import { modifications, nommerAmende } from '../lettre-de-mission/amendement'
import { caseDeSignature, type ReglesDeSignature } from '../lettre-de-mission/case-de-signature'
import { volumeEcrit } from '../lettre-de-mission/intervention'
import { type DossierLettre, heuresReparties, uniteHeures } from '../lettre-de-mission/dossier'
import { accorder, avecDe, civiliteEcrite, formesAutorite } from '../lettre-de-mission/genre'
import { heuresDePart, partsAilleurs, resteHorsFse } from '../lettre-de-mission/temps-fse'
import { voieHierarchique } from '../lettre-de-mission/voie-hierarchique'
import type { Academie } from '../parametres/academie'
import type { CodeBoucle } from './boucles'
import type { CodeChamp } from './champs.donnees'
import type { CodeCondition } from './conditions'

/** The model's own words, printed where the letter has none. */
export interface TextesParDefaut extends ReglesDeSignature {
  instances: string
  moyens: string
  suivi: string
  /** Activities by code of the académie's domaines or axes. */
  activites: Readonly<Record<string, readonly string[]>>
}

/** One turn of a loop: its inner fields, and the loops that turn in it. */
export interface TourDeBoucle {
  champs: Readonly<Record<string, string>>
  boucles?: Readonly<Partial<Record<CodeBoucle, readonly TourDeBoucle[]>>>
}

/** What a letter has to say, by the codes of the catalogue; '' for what is not known. `typographier` makes it printable. */
export interface ValeursLettre {
  champs: Readonly<Record<CodeChamp, string>>
  conditions: Readonly<Record<CodeCondition, boolean>>
  boucles: Readonly<Record<CodeBoucle, readonly TourDeBoucle[]>>
}

const jourEcrit = (jour: string | null): string => (jour === null ? '' : jourEnLettres(jour))
const noms = (mots: readonly string[]): string => mots.filter((mot) => mot !== '').join(', ')

/** « 1 404 h par an », « 13 h 30 par semaine ». */
const heuresEcrites = (heures: number, unite: 'an' | 'semaine'): string => `${formatHeures(heures)} par ${unite}`

/** « Rennes, le 1er septembre 2026 »; '' while the letter is not dated. */
export function lieuEtDate(etablieLe: string | null, ville: string): string {
  if (etablieLe === null) return ''
  return `${ville === '' ? 'Le' : `${ville}, le`} ${jourEnLettres(etablieLe)}`
}

/** A postal address on one line. */
export const surUneLigne = (adresse: string): string =>
  adresse
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
    .join(' – ')

type CategorieContrat = 'contractuelCdd' | 'contractuelCdi'
const estContractuel = ({ statut }: DossierLettre['agent'], categorie?: CategorieContrat): boolean =>
  categorie === undefined
    ? statut?.categorie?.startsWith('contractuel') === true
    : statut !== null && statut.categorie === categorie

function champsAgent({ agent }: DossierLettre) {
  const { civilite, corps, statut } = agent
  const statutAccorde = statut === null ? '' : accorder(statut, civilite)
  const contractuel = estContractuel(agent)
  return {
    civilite: civiliteEcrite(civilite),
    prenomNom: prenomNom(agent),
    nom: prenomNom({ nom: agent.nom, prenom: '' }),
    prenom: prenomNom({ nom: '', prenom: agent.prenom }),
    corps: corps === null ? '' : accorder(corps, civilite),
    grade: agent.grade,
    statut: statutAccorde,
    statutContractuel: contractuel ? statutAccorde : '',
    contratFin: contractuel ? jourEcrit(agent.contratFinLe) : '',
  }
}

function champsMission(dossier: DossierLettre) {
  const { lettre, agent, role, regime, residence, reseaux, etablissements, domaines } = dossier
  const roleAccorde = accorder(role, agent.civilite)
  const nombre = etablissements.length
  const reste = resteHorsFse(dossier)
  const total = heuresReparties(dossier)
  return {
    role: roleAccorde,
    deRole: avecDe(roleAccorde),
    annee: lettre.anneeId,
    debut: jourEcrit(lettre.dateEffetLe),
    fin: jourEcrit(lettre.finLe),
    quotite: formatPourcent(lettre.quotite),
    regime: regime.libelle,
    heuresDues: heuresEcrites(lettre.heuresDues, uniteHeures(dossier)),
    heuresTotal: total === null ? '' : formatHeures(total),
    residence: residence === null ? '' : `${noms([residence.nom, residence.commune])} (${residence.uai})`,
    residenceNom: residence?.nom ?? '',
    residenceCommune: residence?.commune ?? '',
    residenceUai: residence?.uai ?? '',
    nombreEtablissements: nombre === 0 ? '' : compte(nombre, 'établissement'),
    etablissements: enumerer(etablissements.map(({ nom }) => nom)),
    reseaux: noms(reseaux.map(({ nom, animateur }) => (animateur === '' ? nom : `${nom} (animation : ${animateur})`))),
    perimetre: lettre.perimetre.trim(),
    fseReste: reste === null ? '' : formatPourcent(reste),
    domaines: enumerer(domaines.map((domaine) => accorder(domaine, agent.civilite))),
  }
}

const texteEcrit = ({ nature, numeroAvenant }: DossierLettre['lettre']): string =>
  nature === 'avenant' ? `Avenant n° ${String(numeroAvenant)}` : 'Lettre de mission'

function champsLettre(dossier: DossierLettre, academie: Academie, textes: TextesParDefaut) {
  const { lettre, amende } = dossier
  const propre = (texte: 'instances' | 'moyens' | 'suivi'): string => lettre[texte].trim() || textes[texte].trim()
  return {
    texte: texteEcrit(lettre),
    texteAmende: amende === null ? '' : nommerAmende(amende),
    reference: lettre.reference,
    dateLettre: jourEcrit(lettre.etablieLe),
    lieuEtDate: lieuEtDate(lettre.etablieLe, academie.ville),
    voieHierarchique: voieHierarchique(dossier, textes.signataires).join('\n'),
    instances: propre('instances'),
    moyens: propre('moyens'),
    suivi: propre('suivi'),
  }
}

function champsAcademie(academie: Academie) {
  const { nomComplement, region, service, adresse, ville, affaireSuiviePar, telephone, courriel, mentionEurope } =
    academie
  const formes = formesAutorite(academie.titreAutorite)
  return {
    academie: nomComplement,
    autorite: formes.complement,
    autoriteSujet: formes.sujet,
    autoriteEnTete: formes.enTete,
    autoriteDestinataire: formes.destinataire,
    ...{ region, service, ville, affaireSuiviePar, telephone, courriel, mentionEurope },
    adresse: surUneLigne(adresse),
  }
}

function conditionsDe(dossier: DossierLettre): Record<CodeCondition, boolean> {
  const { lettre, agent, regime, residence, reseaux, etablissements, objectifs, fse, amende } = dossier
  return {
    contractuel: estContractuel(agent),
    contractuelCdd: estContractuel(agent, 'contractuelCdd'),
    contractuelCdi: estContractuel(agent, 'contractuelCdi'),
    tempsPartiel: lettre.quotite < 100,
    regimeAnnuel: regime.categorie === 'annuel',
    regimeHebdomadaire: regime.categorie === 'hebdomadaire',
    regimeMixte: regime.categorie === 'mixte',
    horsEtablissement: residence?.type === typeCio,
    unReseau: reseaux.length > 0,
    plusieursReseaux: reseaux.length > 1,
    plusieursEtablissements: etablissements.length > 1,
    unGpds: etablissements.some(({ gpds }) => gpds === 1),
    heuresReparties: lettre.heuresMasquees === 0 && heuresReparties(dossier) !== null,
    desObjectifs: objectifs.length > 0,
    partFse: fse.length > 0,
    avenant: lettre.nature === 'avenant',
    desModifications: lettre.nature === 'avenant' && modifications(amende).length > 0,
    remplacement: lettre.nature === 'remplacement',
  }
}

/** The lines of a letter's own activities, their dashes taken away; those of the model when it has none. */
function activitesDe(
  { activites, code }: DossierLettre['domaines'][number],
  { activites: duModele }: TextesParDefaut,
): readonly string[] {
  const propres = activites
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim().replace(/^[-–—•*]\s+/u, ''))
    .filter((ligne) => ligne !== '')
  return propres.length > 0 ? propres : (duModele[code] ?? [])
}

function toursDomaines({ domaines, agent }: DossierLettre, textes: TextesParDefaut): TourDeBoucle[] {
  return domaines.map((ligne) => {
    const domaine = accorder(ligne, agent.civilite)
    return {
      champs: { domaine, domaineHeures: ligne.heures === 0 ? '' : formatHeures(ligne.heures) },
      boucles: {
        activites: activitesDe(ligne, textes).map((activite) => ({ champs: { activite, activiteDomaine: domaine } })),
      },
    }
  })
}

/** A letter that replaces another says all anew: only an avenant has points. */
const modificationsDe = ({ lettre, amende }: DossierLettre): TourDeBoucle[] =>
  lettre.nature !== 'avenant'
    ? []
    : modifications(amende).map(({ libelle, avant, apres, phrase }) => ({
        champs: {
          modification: phrase,
          modificationObjet: libelle,
          modificationAvant: avant,
          modificationApres: apres,
        },
      }))

function bouclesDe(dossier: DossierLettre, textes: TextesParDefaut): Record<CodeBoucle, readonly TourDeBoucle[]> {
  const domaines = toursDomaines(dossier, textes)
  return {
    etablissements: dossier.etablissements.map((ligne) => ({
      champs: {
        etablissementNom: ligne.nom,
        etablissementUai: ligne.uai,
        etablissementCommune: ligne.commune,
        etablissementType: ligne.type,
        intervention: ligne.nature?.libelle ?? '',
        volume: volumeEcrit(ligne),
        gpds: ligne.gpds === 1 ? 'oui' : 'non',
      },
    })),
    reseaux: dossier.reseaux.map(({ nom, animateur }) => ({ champs: { reseauNom: nom, reseauAnimateur: animateur } })),
    domaines,
    activites: domaines.flatMap(({ boucles }) => boucles?.activites ?? []),
    objectifs: dossier.objectifs.map(({ libelle, indicateur, cible, echeanceLe }) => ({
      champs: { objectif: libelle, indicateur, cible, echeance: jourEcrit(echeanceLe) },
    })),
    operationsFse: dossier.fse.map((part) => ({
      champs: {
        fseNumero: part.numero,
        fseIntitule: part.intitule,
        fseProgramme: part.programme,
        fsePourcentage: formatPourcent(part.pourcentage),
        fseDebut: jourEcrit(part.debutLe),
        fseFin: jourEcrit(part.finLe),
        fseHeures: heuresDePart(part, dossier),
        fseMissions: part.missions.trim(),
        fseAcceptee: jourEcrit(part.accepteeLe),
      },
    })),
    autresOperationsFse: partsAilleurs(dossier).map(({ numero, intitule, pourcentage }) => ({
      champs: {
        autreFseNumero: numero,
        autreFseIntitule: intitule,
        autreFsePourcentage: formatPourcent(pourcentage),
      },
    })),
    visas: dossier.visas.map(({ libelle }) => ({ champs: { visa: libelle } })),
    modifications: modificationsDe(dossier),
    signataires: dossier.signataires.map((signataire) => {
      const { qualite, nom, mention } = caseDeSignature(signataire, dossier.agent, textes)
      return {
        champs: {
          signataireQualite: qualite,
          signataireNom: nom,
          signataireMention: mention,
          signatureLe: jourEcrit(signataire.signeLe),
        },
      }
    }),
  }
}

/**
 * Every value that a model may name, for one letter: the printed letter, its Word version and the check of what is
 * missing all read this. `textes` are the words of the model, for what the letter leaves empty. Pure.
 */
export const valeursLettre = (dossier: DossierLettre, academie: Academie, textes: TextesParDefaut): ValeursLettre => ({
  champs: {
    ...champsAgent(dossier),
    ...champsMission(dossier),
    ...champsLettre(dossier, academie, textes),
    ...champsAcademie(academie),
  },
  conditions: conditionsDe(dossier),
  boucles: bouclesDe(dossier, textes),
})
