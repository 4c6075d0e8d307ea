import { analyserClasseur } from '../../shared/domain/importation/importation.contract'
import { insertEtablissementsCites } from '../helpers/importation'
import { caradec, donnerPersonnels } from '../helpers/importation-personnels'
import { testRegistre } from '../helpers/registre'

export async function run(): Promise<void> {
  const r = await testRegistre()
  await insertEtablissementsCites(r)
  const rows = Array.from({ length: 20_000 }, (_, rang) =>
    caradec.with(0, `NOM${String(rang)}`).with(5, rang % 20 === 0 ? '0351796K' : '0351796M').with(7, `p${String(rang)}@exemple.fr`).with(8, null),
  )
  const jeton = donnerPersonnels(r, ...rows)
  for (let i = 0; i < 3; i += 1) {
    const t = performance.now()
    const plan = await r.call(analyserClasseur, { jeton, anneeId: '2025-2026' })
    const t1 = performance.now()
    const clone = structuredClone(plan)
    console.log('analyse', Math.round(t1 - t), 'clone', Math.round(performance.now() - t1), clone.comptes)
  }
  r.close()
}
await run()
