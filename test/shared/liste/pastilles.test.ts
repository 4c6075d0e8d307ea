import { describe, expect, it } from 'vitest'
import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { filtreContratAVoir, listeAgents } from '../../../shared/domain/agent/agent.liste'
import { contratBientotFini } from '../../../shared/domain/agent/regles'
import type { OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { filtreFinAVoir, listeOperations } from '../../../shared/domain/fse/fse.liste'
import { finFseAVoir } from '../../../shared/domain/fse/suivi'
import type { Liste } from '../../../shared/liste/colonne'
import type { Filtre } from '../../../shared/liste/filtre'
import { predicat } from '../../../shared/liste/retenir'

const aujourdhui = '2026-11-28'
const jours = [
  '2020-01-01',
  '2026-11-27',
  '2026-11-28',
  '2027-01-27',
  '2027-01-28',
  '2027-02-26',
  '2027-02-27',
  '2030-01-01',
]

function garde<Ligne>({ colonnes }: Liste<Ligne>, filtre: Filtre): (ligne: Ligne) => boolean {
  const parCle = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
  return predicat<Ligne>(colonnes, filtre, aujourdhui, (cle) => (ligne) => parCle.get(cle)?.valeur(ligne))
}

describe('Une pastille garde ce que sa règle dit', () => {
  it('contrats qui finissent sous 60 jours, ou qui sont finis', () => {
    const retient = garde(listeAgents, filtreContratAVoir)
    for (const statutCategorie of ['titulaire', 'contractuelCdd', null] as const) {
      for (const contratFinLe of [...jours, null]) {
        const agent = { statutCategorie, contratFinLe, affectations: [] } as unknown as AgentDeListe
        const attendu = statutCategorie !== 'titulaire' && contratBientotFini(contratFinLe, aujourdhui)
        expect([statutCategorie, contratFinLe, retient(agent)]).toEqual([statutCategorie, contratFinLe, attendu])
      }
    }
  })

  it('opérations FSE dont la fin approche, ou est passée sans solde', () => {
    const retient = garde(listeOperations, filtreFinAVoir)
    for (const etat of ['projet', 'conventionnee', 'enCours', 'terminee', 'soldee'] as const) {
      for (const finLe of jours) {
        const operation = { etat, finLe } as OperationFseResumee
        expect([etat, finLe, retient(operation)]).toEqual([etat, finLe, finFseAVoir(operation, aujourdhui)])
      }
    }
  })
})
