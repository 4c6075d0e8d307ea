import { afficheDepartement } from '../../../shared/academies'
import { formatJour, jourEnLettres } from '../../../shared/dates'
import type { Civilite } from '../../../shared/domain/agent/agent'
import type { Pli } from '../../../shared/domain/envoi/pli'
import { attendDepuis } from '../../../shared/domain/lettre-de-mission/attente'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { accorder, formesAutorite } from '../../../shared/domain/lettre-de-mission/genre'
import { nomFichierSur } from '../../../shared/nom-fichier'
import { compte } from '../../../shared/nombres'
import { majusculeInitiale, nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Bloc, DocumentDecrit, TableauDecrit } from '../../documents/html-description'
import { paragraphe, titre } from './blocs'
import { timbre } from './en-tete'
import type { CadreLettre } from './lettre-de-mission.documents'

/** What sheets and messages are made with. */
export type CadrePli = Pick<CadreLettre, 'academie' | 'logo'> & { anneeId: string; aujourdhui: string }

/** « Le chef d’établissement », « La rectrice de l’académie de Rennes »: who a bundle is for, as an address begins. */
export const qualiteDestinataire = ({ portee, qualite }: Pli, { titreAutorite, nomComplement }: Academie): string =>
  portee === 'academie' ? `${formesAutorite(titreAutorite).enTete} de l’académie ${nomComplement}` : qualite

/** « Lycée Jean Macé, Rennes », « département 35 »: which one, when there are several; '' for one alone. */
export function lieuDuPli({ lieu, departement }: Pli): string {
  if (lieu !== null) return [lieu.nom, lieu.commune].filter((mot) => mot !== '').join(', ')
  return departement === '' ? '' : `département ${afficheDepartement(departement)}`
}

/** « 35 - IEN-IO », « Lycée Jean Macé - Chef d’établissement »: a bundle in file names, by its signatory's short name. */
export function nomDuPli({ portee, nom, lieu, departement }: Pli, abrege: string): string {
  const qui = portee === 'agent' ? 'Agents' : nom === '' ? abrege : `${abrege} ${nom}`
  const ou = lieu?.nom ?? (departement === '' ? '' : afficheDepartement(departement))
  return [ou, nomFichierSur(majusculeInitiale(qui), '', 70)].filter((mot) => mot !== '').join(' - ')
}

export const nomBordereau = (pli: Pli, anneeId: string, abrege: string): string =>
  nomFichierSur(`Bordereau de signature ${anneeId} - ${nomDuPli(pli, abrege)}`, 'pdf')

const colonnes = [
  { titre: 'N°', largeur: 5, aDroite: true },
  { titre: 'Agent', largeur: 23 },
  { titre: 'Résidence, réseaux', largeur: 20 },
  { titre: 'Lettre', largeur: 25 },
  { titre: 'Date', largeur: 9 },
  { titre: 'Signature ou visa' },
]

/** Agreed with the person; without their civilité, the list's short name: both forms side by side would take five lines. */
const roleEnColonne = (role: DossierLettre['role'], civilite: Civilite | null): string =>
  civilite === null && role.abrege !== null ? role.abrege : accorder(role, civilite)

function ligne(dossier: DossierLettre, rang: number): string[] {
  const { agent, role, lettre, residence, reseaux } = dossier
  const depuis = attendDepuis(dossier)
  const rattachement = [residence?.nom ?? '', ...reseaux.map(({ nom }) => nom)].filter((mot) => mot !== '')
  const etat = libellesEtatLettre[lettre.etat].toLocaleLowerCase('fr')
  return [
    String(rang + 1),
    `${nomAffiche(agent)}\n${roleEnColonne(role, agent.civilite)}`,
    rattachement.join('\n'),
    [`${nommerTexte(lettre)}, ${etat}`, depuis === null ? '' : `depuis le ${formatJour(depuis)}`, lettre.reference]
      .filter((mot) => mot !== '')
      .join('\n'),
    '',
    '',
  ].map(typographier)
}

const tableau = ({ lettres }: Pli): TableauDecrit => ({
  genre: 'tableau',
  legende: 'Lettres à signer',
  legendeVisible: false,
  colonnes,
  lignes: lettres.map(ligne),
  total: ['', compte(lettres.length, 'lettre'), '', '', '', ''],
  aSigner: true,
})

function consignes({ portee, lettres: { length } }: Pli): string {
  if (portee === 'agent')
    return 'Chaque agent date et signe sa lettre, puis signe en face de son nom. Le bordereau revient au service avec les lettres.'
  const attendent =
    length === 1 ? 'La lettre ci-dessous attend' : `Les ${compte(length, 'lettre')} ci-dessous attendent`
  return `${attendent} votre signature. Chaque lettre est à dater et à signer ; le bordereau, visé, revient au service avec les lettres.`
}

/** Who hands the letters over, who receives them: each signs with the day. */
function emargement(pli: Pli, { academie }: CadrePli): Bloc {
  const date = typographier('Date et signature :')
  return {
    genre: 'signatures',
    cases: [
      { qualite: 'Remis par', nom: academie.affaireSuiviePar, mention: date },
      {
        qualite: typographier(
          pli.portee === 'agent' ? 'Retour au service' : `Reçu par : ${qualiteDestinataire(pli, academie)}`,
        ),
        nom: pli.nom,
        mention: date,
      },
    ],
  }
}

/** The signature sheet of one signatory: what waits, since when, room to sign and to acknowledge receipt. Pure. */
export function composerBordereau(pli: Pli, cadre: CadrePli): DocumentDecrit {
  const { academie, logo, anneeId, aujourdhui } = cadre
  const qualite = qualiteDestinataire(pli, academie)
  const lieu = lieuDuPli(pli)
  const intitule = typographier(`Bordereau de signature – lettres de mission ${anneeId}`)
  return {
    titre: typographier(
      `Bordereau de signature ${anneeId} – ${[qualite, pli.nom, lieu].filter((mot) => mot !== '').join(', ')}`,
    ),
    parties: [
      {
        titre: typographier(qualite),
        blocs: [
          {
            genre: 'enTete',
            logo: logo === null ? null : { source: logo, texte: `Académie ${academie.nomComplement}` },
            timbre: timbre('', academie, logo),
            lieuEtDate: typographier(
              `${academie.ville === '' ? 'Le' : `${academie.ville}, le`} ${jourEnLettres(aujourdhui)}`,
            ),
            attache: [],
            destinataire: (pli.nom === '' ? [qualite, lieu] : [pli.nom, qualite, lieu])
              .filter((mot) => mot !== '')
              .map((mot) => typographier(majusculeInitiale(mot))),
            voieHierarchique: [],
          },
          titre(1, intitule),
          paragraphe(consignes(pli)),
          tableau(pli),
          emargement(pli, cadre),
        ],
        pied: { sujet: typographier(qualite), mention: `bordereau de signature ${anneeId}`, premierePage: '' },
      },
    ],
  }
}
