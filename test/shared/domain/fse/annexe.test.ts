import { expect, it } from 'vitest'
import { controlerAnnexe } from '../../../../shared/domain/fse/annexe'

const agents = [
  { id: 'a', nom: 'ALBAR Inès' },
  { id: 'b', nom: 'BŒUF Inès' },
  { id: 'c', nom: 'CARADEC Inès' },
]

it.each<[string, string[], string[], string[]]>([
  ['sans annexe', [], [], []],
  ['tous ont une lettre', ['a', 'b'], ['a', 'b', 'c'], []],
  ['une lettre manque', ['a', 'b'], ['a'], ['BŒUF Inès']],
])('L01 : nomme les agents de l’annexe qu’aucune lettre n’affecte, %s', (_cas, annexe, lettres, attendus) => {
  const constats = controlerAnnexe({ annexe, agents, affectations: lettres.map((agentId) => ({ agentId })) })
  expect(constats.map(({ regle, gravite, message }) => [regle, gravite, message.split(' est ')[0]])).toEqual(
    attendus.map((nom) => ['L01', 'alerte', nom]),
  )
})
