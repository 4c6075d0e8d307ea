import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readXlsx } from '../../../../electron/documents/xlsx-reader'
import { arreterBilan, exporterBilan, lireBilan, rouvrirBilan } from '../../../../shared/domain/bilan/bilan.contract'
import { annulerEtape, listerJournal } from '../../../../shared/domain/journal/journal.contract'
import { verifierRegistre } from '../../../../shared/domain/registre/registre.contract'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'
let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
  await affecter('Caradec')
})
afterEach(() => {
  r.close()
})

async function affecter(nom: string): Promise<void> {
  const agent = await insertAgent(r, { nom })
  await insertAffectation(r, agent.id, { anneeId })
}
const agents = async (courant = false) => {
  const { chiffres, fige, arreteAt } = await r.call(lireBilan, { anneeId, courant })
  return { agents: chiffres.find(({ cle }) => cle === 'agents')?.valeur, fige, arreteAt }
}

describe('un bilan arrêté', () => {
  it('garde ses chiffres quand le registre change, et montre ceux du moment si on le demande', async () => {
    expect(await agents()).toEqual({ agents: 1, fige: false, arreteAt: null })
    const { arreteAt } = await r.call(arreterBilan, { anneeId })
    await affecter('Le Goff')
    expect(await agents()).toEqual({ agents: 1, fige: true, arreteAt })
    expect(await agents(true)).toEqual({ agents: 2, fige: false, arreteAt })
    await r.call(rouvrirBilan, { anneeId })
    expect(await agents()).toEqual({ agents: 2, fige: false, arreteAt: null })
  })

  it('ne s’arrête ni ne se rouvre deux fois', async () => {
    await expect(r.call(rouvrirBilan, { anneeId })).rejects.toMatchObject({ code: 'notFound' })
    await r.call(arreterBilan, { anneeId })
    await expect(r.call(arreterBilan, { anneeId })).rejects.toThrow(/déjà arrêté, depuis le \d\d\/\d\d\/\d{4}/)
  })

  it('s’annule comme toute étape, nommée par son année', async () => {
    await r.call(arreterBilan, { anneeId })
    const { etapes } = await r.call(listerJournal, {})
    expect(etapes[0]?.phrase).toBe(`Arrêt du bilan ${anneeId}`)
    await r.call(annulerEtape, {})
    expect((await agents()).fige).toBe(false)
  })

  it('écrit un classeur qui dit de quand sont ses chiffres', async () => {
    await r.call(arreterBilan, { anneeId })
    await affecter('Le Goff')
    const chemin = join(r.dossier, 'bilan.xlsx')
    await r.call(exporterBilan, { anneeId, jeton: r.grant(chemin) })
    const { feuilles } = await readXlsx(readFileSync(chemin))
    const lu = JSON.stringify(feuilles)
    expect(lu).toMatch(/arrêté le 22\/11\/2026/u)
    expect(lu).toContain('Caradec')
    expect(lu).not.toContain('Le Goff')
  })

  it('n’est plus montré s’il a été modifié hors du logiciel, et la vérification le nomme', async () => {
    await r.call(arreterBilan, { anneeId })
    r.sqlite.prepare(`UPDATE bilanArrete SET contenu = replace(contenu, 'Caradec', 'Autre')`).run()
    r.sqlite.prepare(`UPDATE bilanArrete SET contenu = contenu || ' '`).run()
    await expect(r.call(lireBilan, { anneeId })).rejects.toThrow(/modifié hors du logiciel/)
    const { constats } = await r.call(verifierRegistre, {})
    expect(constats).toContainEqual(expect.objectContaining({ gravite: 'erreur', objet: `Bilan ${anneeId}` }))
    expect((await agents(true)).agents).toBe(1)
  })
})
