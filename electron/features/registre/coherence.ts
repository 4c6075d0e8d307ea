import type { CategorieRegime, CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { controlerAffectation } from '../../../shared/domain/affectation/regles'
import { controlerAgent } from '../../../shared/domain/agent/regles'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { ConstatVerification } from '../../../shared/domain/registre/registre.contract'
import type { Constat } from '../../../shared/constat'
import { grouperPar } from '../../../shared/grouper'
import { nomAffiche } from '../../../shared/text'
import { analyserUai } from '../../../shared/uai'
import { estIntacte } from '../../database/texte-fige'
import type {
  listAffectations,
  listAgents,
  listLettresSansEtablissement,
  listBilansArretes,
  listTextesFiges,
  listUais,
} from './verification.queries'

type Rows<Query extends (...parameters: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Query>>

/** What the coherence check reads of the register. */
export interface FaitsDuRegistre {
  aujourdhui: string
  etablissements: Rows<typeof listUais>
  agents: Rows<typeof listAgents>
  affectations: Rows<typeof listAffectations>
  lettresSansEtablissement: Rows<typeof listLettresSansEtablissement>
  textesFiges: Rows<typeof listTextesFiges>
  bilansArretes: Rows<typeof listBilansArretes>
}

/** The rules of the screens applied to the whole register; what only informs is left out. */
export function constatsDuRegistre(faits: FaitsDuRegistre): ConstatVerification[] {
  return [
    ...faits.etablissements.flatMap(({ uai, nom }) => constatUai(uai, nom)),
    ...faits.agents.flatMap((agent) =>
      retenus(
        nomAffiche(agent),
        controlerAgent(agent, { statut: agent.statut as CategorieStatut | null, aujourdhui: faits.aujourdhui }),
      ),
    ),
    ...constatsDesAffectations(faits.affectations),
    ...faits.lettresSansEtablissement.map((lettre): ConstatVerification => ({
      gravite: 'alerte',
      objet: `Lettre de ${nomAffiche(lettre)}, ${lettre.anneeId}`,
      message: 'La lettre ne désigne aucun établissement d’intervention.',
    })),
    ...faits.textesFiges
      .filter((texte) => !estIntacte(texte))
      .map((texte): ConstatVerification => ({
        gravite: 'erreur',
        objet: `Lettre de ${nomAffiche(texte)}, ${texte.anneeId}`,
        message: 'Le texte signé ne correspond plus à son empreinte : il a été modifié hors de l’application.',
      })),
    ...faits.bilansArretes
      .filter((bilan) => !estIntacte({ ...bilan, logoSha256: null }))
      .map(({ anneeId }): ConstatVerification => ({
        gravite: 'erreur',
        objet: `Bilan ${anneeId}`,
        message: 'Le bilan arrêté ne correspond plus à son empreinte : il a été modifié hors de l’application.',
      })),
  ]
}

function constatUai(uai: string, nom: string): ConstatVerification[] {
  const analysis = analyserUai(uai)
  return analysis.ok ? [] : [{ gravite: 'erreur', objet: `Établissement ${uai} ${nom}`, message: analysis.message }]
}

function constatsDesAffectations(rows: FaitsDuRegistre['affectations']): ConstatVerification[] {
  const parts = rows.map((row) => ({
    row,
    part: { ...row, libelle: accorder({ libelle: row.roleLibelle, libelleFeminin: row.roleFeminin }, row.civilite) },
    cle: `${row.agentId} ${row.anneeId}`,
  }))
  const parAgent = grouperPar(parts, ({ cle }) => cle)
  const constats = parts.flatMap((entry) => {
    const { row, part } = entry
    const autres = (parAgent.get(entry.cle) ?? []).filter((other) => other !== entry).map((other) => other.part)
    const situation = {
      annee: { id: row.anneeId, debutLe: row.anneeDebutLe, finLe: row.anneeFinLe },
      regime: { categorie: row.regimeCategorie as CategorieRegime, heures: row.regimeHeures },
      corpsOrsHebdo: row.corpsOrsHebdo,
      role: part.libelle,
      autres,
    }
    return retenus(`${nomAffiche(row)}, ${row.anneeId}`, controlerAffectation(row, situation))
  })
  return uniques(constats)
}

const retenus = (objet: string, constats: readonly Constat[]): ConstatVerification[] =>
  constats.flatMap(({ gravite, message }) =>
    gravite === 'information' ? [] : [{ gravite: gravite === 'bloquant' ? 'erreur' : 'alerte', objet, message }],
  )

/** Two services that exceed 100 % together say so twice, in another order: said once. */
function uniques(constats: readonly ConstatVerification[]): ConstatVerification[] {
  const dits = new Set<string>()
  return constats.filter(({ objet, message }) => {
    const cle = `${objet} ${message.split(' ').sort().join(' ')}`
    return !dits.has(cle) && Boolean(dits.add(cle))
  })
}
