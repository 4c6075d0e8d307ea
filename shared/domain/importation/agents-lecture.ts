import { analyserJour, formatJour } from '../../dates'
import { analyserPourcent, formatPourcent } from '../../nombres'
import { analyserTelephone } from '../../telephone'
import { plier } from '../../text'
import { accorder } from '../lettre-de-mission/genre'
import { libellesCplds, type Agent, type Civilite } from '../agent/agent'
import type { Reseau } from '../reseau/reseau'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { lireCorps } from './corps'
import { designer, nommer, type EtablissementVu } from './etablissements'
import type { Lecteur, Remarque } from './lecteur'
import { lireCivilite, rangerNom, rangerPrenom, separerNomPrenom, type IdentiteLue } from './personnes'
import type { Chantier } from './planifier-feuille'
import { libelleCourt, lireTerme } from './termes'

/** A row of a sheet of people, as understood; null or '' where the row says nothing. */
export interface AgentLu extends IdentiteLue {
  lecteur: Lecteur
  civilite: Civilite | null
  courriel: string
  telephone: string
  role: Vocabulaire | null
  statut: Vocabulaire | null
  corps: Vocabulaire | null
  grade: string
  discipline: string
  cplds: Agent['cplds'] | null
  contratFinLe: string | null
  quotite: number
  regime: Vocabulaire | null
  residence: EtablissementVu | null
  reseau: Reseau | null
  debutLe: string | null
  finLe: string | null
  observations: string
}

/** Surname and first name of a row, in two cells or in one; the row is refused without them. */
export function lireIdentite(lecteur: Lecteur): IdentiteLue {
  const identite = identiteEcrite(lecteur)
  lecteur.comprendre('nom', identite.nom)
  lecteur.comprendre('prenom', identite.prenom)
  lecteur.comprendre('nomPrenom', `${identite.nom} ${identite.prenom}`)
  return identite
}

function identiteEcrite(lecteur: Lecteur): IdentiteLue {
  const [nom, prenom] = [lecteur.texte('nom'), lecteur.texte('prenom')]
  if (nom !== '' && prenom !== '') return { civilite: null, nom: rangerNom(nom), prenom: rangerPrenom(prenom) }
  const ensemble = lecteur.texte('nomPrenom') || nom || prenom
  const separes = separerNomPrenom(ensemble)
  if (separes !== undefined) return { ...separes, nom: rangerNom(separes.nom), prenom: rangerPrenom(separes.prenom) }
  lecteur.signaler(...identiteIncomplete(lecteur, nom))
  return { civilite: null, nom: rangerNom(ensemble), prenom: rangerPrenom(prenom) }
}

/** Which of the two is not there, in which cell it should be, or that no column was taken for it. */
function identiteIncomplete(lecteur: Lecteur, nom: string): [champ: string, remarque: Remarque] {
  const seul = nom || lecteur.texte('nomPrenom')
  const [champ, mot] = seul === '' ? ['nom', 'nom'] : ['prenom', 'prénom']
  const lieu = [champ, 'nomPrenom'].find(lecteur.aColonne)
  const suite =
    lieu === undefined ? ' : aucune colonne de la feuille n’est prise pour lui.' : '. Écrivez le nom et le prénom.'
  return [lieu ?? champ, { regle: 'personne.nom', gravite: 'bloquant', message: `Le ${mot} manque${suite}` }]
}

export function lireAgent(chantier: Chantier, lecteur: Lecteur): AgentLu {
  const { termes } = chantier
  const identite = lireIdentite(lecteur)
  const corps = lireCorpsEtGrade(chantier, lecteur)
  return {
    ...identite,
    ...corps,
    lecteur,
    civilite: lireCivilite(lecteur.texte('civilite')) ?? identite.civilite,
    courriel: lireCourriel(lecteur),
    telephone: lireTelephone(lecteur),
    role: lireRole(chantier, lecteur, identite.civilite),
    statut: lireTerme(lecteur, termes, 'statut', { liste: 'statut', nom: 'statuts', gravite: 'alerte' }),
    cplds: lireCplds(lecteur),
    contratFinLe: lireJour(lecteur, 'contratFin'),
    quotite: lireQuotite(lecteur),
    regime: lireTerme(lecteur, termes, 'regime', {
      liste: 'regimeService',
      nom: 'régimes de service',
      gravite: 'alerte',
    }),
    residence: lireResidence(chantier, lecteur),
    reseau: lireReseau(chantier, lecteur),
    debutLe: lireJour(lecteur, 'debut'),
    finLe: lireJour(lecteur, 'fin'),
    observations: lireObservations(lecteur),
  }
}

/** A day, shown in the preview as `JJ/MM/AAAA`. */
export function lireJour(lecteur: Lecteur, champ: string): string | null {
  const jour = lecteur.lire(champ, analyserJour)
  if (jour !== null) lecteur.comprendre(champ, formatJour(jour))
  return jour
}

function lireRole({ termes }: Chantier, lecteur: Lecteur, civilite: Civilite | null): Vocabulaire | null {
  const role = lireTerme(lecteur, termes, 'fonction', { liste: 'role', nom: 'rôles', gravite: 'bloquant' })
  if (role !== null) lecteur.comprendre('fonction', role.abrege ?? accorder(role, civilite))
  else if (lecteur.texte('fonction') === '')
    lecteur.signaler('fonction', {
      regle: 'agents.fonction',
      gravite: 'bloquant',
      message: 'La fonction manque : sans elle, le rôle de l’agent n’est pas connu.',
    })
  return role
}

function lireCorpsEtGrade({ termes }: Chantier, lecteur: Lecteur): Pick<AgentLu, 'corps' | 'grade' | 'discipline'> {
  const texte = lecteur.texte('corps')
  const [gradeEcrit, disciplineEcrite] = [lecteur.texte('grade'), lecteur.texte('discipline')]
  if (texte === '') return { corps: null, grade: gradeEcrit, discipline: disciplineEcrite }
  const { corps, grade, discipline, reste } = lireCorps(texte, termes)
  if (corps === null) {
    const proche = termes.proche('corps', reste)
    lecteur.signaler('corps', {
      regle: 'agents.corps',
      gravite: 'alerte',
      message: `« ${texte} » n’est pas dans la liste des corps de l’académie : le corps n’est pas repris.`,
      correction: proche?.libelle,
    })
  } else lecteur.comprendre('corps', [libelleCourt(corps), grade, discipline].filter(Boolean).join(', '))
  return { corps, grade: gradeEcrit || grade, discipline: disciplineEcrite || discipline }
}

function lireCourriel(lecteur: Lecteur): string {
  const courriel = lecteur
    .texte('courriel')
    .replace(/^mailto:/i, '')
    .toLowerCase()
  if (courriel !== '' && !/^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]{2,}$/.test(courriel))
    lecteur.signaler('courriel', {
      regle: 'agents.courriel',
      gravite: 'alerte',
      message: `« ${courriel} » n’est pas une adresse mél complète.`,
    })
  return courriel
}

function lireTelephone(lecteur: Lecteur): string {
  const ecrit = lecteur.texte('telephone')
  const telephone = lecteur.lire('telephone', analyserTelephone) ?? ''
  if (telephone !== '') lecteur.comprendre('telephone', telephone)
  if (telephone.startsWith('0') && /^[1-9]\d{8}$/.test(ecrit.replace(/\D/g, '')))
    lecteur.signaler('telephone', {
      regle: 'agents.telephone',
      gravite: 'information',
      message: `Le zéro de tête, perdu dans le tableur, a été rétabli : ${telephone}.`,
      suggestion: telephone,
    })
  return telephone
}

function lireQuotite(lecteur: Lecteur): number {
  const quotite = lecteur.lire('quotite', analyserPourcent, 'bloquant')
  if (quotite !== null && quotite > 0) {
    lecteur.comprendre('quotite', formatPourcent(quotite))
    return quotite
  }
  if (quotite === 0)
    lecteur.signaler('quotite', {
      regle: 'agents.quotite',
      gravite: 'bloquant',
      message: 'Une quotité de 0 % n’est pas une affectation.',
    })
  else if (lecteur.aColonne('quotite') && lecteur.texte('quotite') === '')
    lecteur.signaler('quotite', {
      regle: 'agents.quotite',
      gravite: 'bloquant',
      message: 'La quotité manque.',
      suggestion: 'Par exemple 100 %.',
    })
  return 100
}

const ouis = new Set(['o', 'oui', 'x', '1', 'titulaire du cplds', 'obtenu', 'certifie'])
const nons = new Set(['n', 'non', '0', 'neant', 'sans'])

function lireCplds(lecteur: Lecteur): AgentLu['cplds'] {
  const texte = plier(lecteur.texte('cplds'))
  if (texte === '') return null
  const etat = ouis.has(texte)
    ? 'oui'
    : nons.has(texte)
      ? 'non'
      : /en cours|inscrit|candidat|prepa/.test(texte)
        ? 'enCours'
        : null
  if (etat === null)
    lecteur.signaler('cplds', {
      regle: 'agents.cplds',
      gravite: 'alerte',
      message: `« ${lecteur.texte('cplds')} » : oui, non ou en cours est attendu. Rien n’est repris.`,
    })
  else lecteur.comprendre('cplds', libellesCplds[etat])
  return etat
}

function lireResidence({ annuaire }: Chantier, lecteur: Lecteur): EtablissementVu | null {
  const [uai, nom] = [lecteur.texte('uai'), lecteur.texte('etablissement')]
  if (uai === '' && nom === '') {
    lecteur.signaler('uai', {
      regle: 'agents.residence',
      gravite: 'alerte',
      message: 'La résidence administrative manque.',
    })
    return null
  }
  // « 0350709F Lycée… » in one cell, when the sheet has no column of its own for the code.
  const code = uai === '' ? (/\d{7}\s?[A-Za-z]\b/.exec(nom)?.[0] ?? '') : uai
  const { etablissement, surUai, surNom } = designer(
    annuaire,
    code,
    nom.replace(code, '').replace(/^[\s–,;:-]+|[\s–,;:-]+$/gu, ''),
  )
  const colonne = lecteur.aColonne('uai') ? 'uai' : 'etablissement'
  for (const remarque of surUai) lecteur.signaler(colonne, remarque)
  for (const remarque of surNom) lecteur.signaler('etablissement', remarque)
  if (etablissement !== null) {
    lecteur.comprendre('uai', etablissement.uai)
    lecteur.comprendre('etablissement', nommer(etablissement))
  }
  return etablissement
}

const sansPrefixe = (texte: string): string =>
  plier(texte).replace(/^(?:reseau|foquale|psad)(?: foquale)?(?: de | du | d | )/, '')

function lireReseau({ etat, feuille }: Chantier, lecteur: Lecteur): Reseau | null {
  const texte = lecteur.texte('reseau')
  if (texte === '') return null
  const reseaux = etat.lignes('reseau')
  const trouve =
    reseaux.find(({ code }) => plier(code) === plier(texte)) ??
    reseaux.find(({ nom }) => sansPrefixe(nom) === sansPrefixe(texte))
  if (trouve !== undefined) {
    lecteur.comprendre('reseau', trouve.nom)
    return trouve
  }
  const connus = reseaux.map(({ code, nom }) => `${nom} (${code})`).join(', ')
  lecteur.signaler('reseau', {
    regle: 'agents.reseau',
    gravite: 'alerte',
    message: `Le réseau « ${texte} » n’est pas dans le registre : l’agent n’y est pas rattaché.${reseaux.length === 0 ? ' Importez d’abord les réseaux.' : ''}`,
    suggestion:
      connus === '' ? `Importez la feuille des réseaux avant « ${feuille.nom} ».` : `Réseaux connus : ${connus}.`,
  })
  return null
}

/** Health data has no place in the register (produit.md: « No health data anywhere »): such a remark is not kept. */
const sante =
  /\b(?:arret|conge (?:maladie|maternite|longue)|maladie|malade|hospitalis\w*|grossesse|enceinte|mi temps therapeutique|handicap\w*|rqth|clm|cld)\b/

function lireObservations(lecteur: Lecteur): string {
  const texte = lecteur.texte('observations')
  if (!sante.test(plier(texte))) return texte
  lecteur.signaler('observations', {
    regle: 'agents.sante',
    gravite: 'alerte',
    message: `« ${texte} » touche à la santé de l’agent : le registre n’en garde rien (RGPD). L’agent est importé sans cette observation.`,
    suggestion: 'Pour un remplacement, notez le besoin sans en dire la raison.',
  })
  lecteur.comprendre('observations', '')
  return ''
}
