import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modifierAgent } from '../../../../shared/domain/agent/agent.contract'
import { annulerEtape, retablirEtape } from '../../../../shared/domain/journal/journal.contract'
import { insertAgent } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeAll(async () => {
  r = await testRegistre()
  // Thousands of registers one after the other: what is not the journal's business is made quick.
  r.sqlite.pragma('synchronous = OFF')
})
afterAll(() => {
  r.close()
})

/** The same thing without a database: the state, and two piles of states. */
type Etat = ReadonlyMap<string, string>
class Modele {
  etat: Etat = new Map()
  #passes: Etat[] = []
  #futurs: Etat[] = []

  /** A command that changes something; nothing is remembered of one that does not. */
  faire(suivant: Etat): void {
    if (JSON.stringify([...suivant].sort()) === JSON.stringify([...this.etat].sort())) return
    this.#passes.push(this.etat)
    this.#futurs = []
    this.etat = suivant
  }
  annuler(): boolean {
    const passe = this.#passes.pop()
    if (passe === undefined) return false
    this.#futurs.push(this.etat)
    this.etat = passe
    return true
  }
  retablir(): boolean {
    const futur = this.#futurs.pop()
    if (futur === undefined) return false
    this.#passes.push(this.etat)
    this.etat = futur
    return true
  }
}

const commande = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      genre: fc.constant('inserer'),
      qui: fc.integer({ min: 0, max: 3 }),
      valeur: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      genre: fc.constant('modifier'),
      qui: fc.integer({ min: 0, max: 3 }),
      valeur: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      genre: fc.constant('supprimer'),
      qui: fc.integer({ min: 0, max: 3 }),
      valeur: fc.constant(0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ genre: fc.constant('tous'), qui: fc.constant(0), valeur: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 4, arbitrary: fc.record({ genre: fc.constant('annuler'), qui: fc.constant(0), valeur: fc.constant(0) }) },
  { weight: 3, arbitrary: fc.record({ genre: fc.constant('retablir'), qui: fc.constant(0), valeur: fc.constant(0) }) },
)
type Commande = typeof commande extends fc.Arbitrary<infer Valeur> ? Valeur : never

it(
  'égale un modèle sans base de données, commandes, annulations et rétablissements mêlés',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commande, { minLength: 1, maxLength: 25 }), async (commandes) => {
        recommencer()
        const modele = new Modele()
        for (const une of commandes) {
          await jouer(une, modele)
          expect(lireEtat()).toEqual([...modele.etat].sort())
        }
      }),
      { numRuns: 2000, interruptAfterTimeLimit: 110_000, markInterruptAsFailure: true },
    )
  },
)

async function jouer({ genre, qui, valeur }: Commande, modele: Modele): Promise<void> {
  const id = `a${String(qui)}`
  const grade = `g${String(valeur)}`
  const present = modele.etat.has(id)
  if (genre === 'inserer' && !present) {
    await insertAgent(r, { id, grade })
    nommerNormale()
    modele.faire(new Map([...modele.etat, [id, grade]]))
  } else if (genre === 'modifier' && present) {
    await r.call(modifierAgent, { id, champs: { grade } })
    modele.faire(new Map([...modele.etat, [id, grade]]))
  } else if (genre === 'supprimer' && present) {
    await r.db.deleteFrom('agent').where('id', '=', id).execute()
    nommerNormale()
    modele.faire(new Map([...modele.etat].filter(([autre]) => autre !== id)))
  } else if (genre === 'tous') {
    await r.db.updateTable('agent').set({ grade }).execute()
    nommerNormale()
    modele.faire(new Map([...modele.etat].map(([autre]) => [autre, grade])))
  } else if (genre === 'annuler') {
    const fait = await r.call(annulerEtape, {}).then(
      ({ fait }) => fait,
      () => false,
    )
    expect(fait).toBe(modele.annuler())
  } else if (genre === 'retablir') {
    const fait = await r.call(retablirEtape, {}).then(
      ({ fait }) => fait,
      () => false,
    )
    expect(fait).toBe(modele.retablir())
  }
}

/** Rows written straight into the register here stand for commands of the same effect. */
const nommerNormale = (): void => {
  r.sqlite.exec("UPDATE etape SET nature = 'normale' WHERE nature = 'exterieure'")
}

const lireEtat = () => r.sqlite.prepare('SELECT id, grade FROM agent ORDER BY id').raw().all() as [string, string][]

/** A register without people and a journal without past. */
function recommencer(): void {
  r.sqlite.exec(
    'DELETE FROM agent; UPDATE etape SET cibleSeq = NULL; DELETE FROM etape; DELETE FROM changement; DELETE FROM fichePistee;',
  )
}
