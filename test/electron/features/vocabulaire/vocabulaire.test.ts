import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listesVocabulaire } from '../../../../shared/domain/vocabulaire/vocabulaire'
import {
  ajouterTerme,
  deplacerTerme,
  listerVocabulaires,
  modifierTerme,
  supprimerTerme,
} from '../../../../shared/domain/vocabulaire/vocabulaire.contract'
import { insertAgent, terme } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'
import { refusDe } from '../../../helpers/registre-fichier'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const nouveau = {
  liste: 'corps' as const,
  code: 'ATTACHE',
  libelle: 'attaché d’administration',
  libelleFeminin: 'attachée d’administration',
  abrege: null,
  categorie: null,
  heures: null,
  synonymes: 'AAE',
}
const codes = async (liste: string) =>
  (await r.call(listerVocabulaires, {})).filter((t) => t.liste === liste).map(({ code }) => code)

describe('les listes de l’académie', () => {
  it('commencent toutes avec des termes, dans leur ordre', async () => {
    const termes = await r.call(listerVocabulaires, {})
    expect(new Set(termes.map(({ liste }) => liste))).toEqual(new Set(listesVocabulaire))
    expect((await codes('regimeService')).slice(0, 2)).toEqual(['H1404', 'H1607'])
  })

  it('reçoivent un nouveau terme à la fin', async () => {
    const ajoute = await r.call(ajouterTerme, nouveau)
    expect(ajoute).toMatchObject({ actif: 1, libelle: 'attaché d’administration' })
    expect((await codes('corps')).at(-1)).toBe('ATTACHE')
  })

  it.each([
    ['deux fois le même code', { ...nouveau, code: 'CERTIFIE' }, 'conflict'],
    ['un libellé vide', { ...nouveau, libelle: ' ' }, 'invalid'],
    ['un rôle sans catégorie', { ...nouveau, liste: 'role' as const }, 'invalid'],
    ['un rôle d’une catégorie inconnue', { ...nouveau, liste: 'role' as const, categorie: 'chef' }, 'invalid'],
    ['un régime sans heures', { ...nouveau, liste: 'regimeService' as const, categorie: 'annuel' }, 'invalid'],
  ])('refusent %s', async (_, saisie, code) => {
    const avant = await r.call(listerVocabulaires, {})
    expect(await refusDe(r.call(ajouterTerme, saisie))).toMatchObject({ code })
    expect(await r.call(listerVocabulaires, {})).toEqual(avant)
  })

  it('écrivent le seul champ quitté, et gardent leurs règles', async () => {
    const { id } = await terme(r, 'regimeService', 'H1404')
    await r.call(modifierTerme, { id, champs: { libelle: '1 404 heures' } })
    expect(await terme(r, 'regimeService', 'H1404')).toMatchObject({ libelle: '1 404 heures', heures: 1404 })
    expect(await refusDe(r.call(modifierTerme, { id, champs: { heures: 0 } }))).toMatchObject({
      fields: { heures: expect.any(String) },
    })
  })
})

describe('ranger une liste', () => {
  it('monte et descend un terme d’un rang', async () => {
    const avant = await codes('statut')
    const { id } = await terme(r, 'statut', avant[1] ?? '')
    await r.call(deplacerTerme, { id, sens: 'monter' })
    expect((await codes('statut')).slice(0, 2)).toEqual([avant[1], avant[0]])
    await r.call(deplacerTerme, { id, sens: 'descendre' })
    expect(await codes('statut')).toEqual(avant)
  })

  it.each(['monter', 'descendre'] as const)('ne change rien au bout de la liste : %s', async (sens) => {
    const avant = await codes('statut')
    const { id } = await terme(r, 'statut', (sens === 'monter' ? avant[0] : avant.at(-1)) ?? '')
    await r.call(deplacerTerme, { id, sens })
    expect(await codes('statut')).toEqual(avant)
  })

  it('départage deux termes qu’un import aurait mis au même rang', async () => {
    const avant = await codes('statut')
    await r.db.updateTable('vocabulaire').set({ ordre: 1 }).where('liste', '=', 'statut').execute()
    const { id } = await terme(r, 'statut', avant.at(-1) ?? '')
    for (let fois = 0; fois < avant.length; fois += 1) await r.call(deplacerTerme, { id, sens: 'monter' })
    expect((await codes('statut'))[0]).toBe(avant.at(-1))
  })
})

describe('supprimer un terme', () => {
  it('supprime celui que rien n’utilise', async () => {
    const { id } = await r.call(ajouterTerme, nouveau)
    await r.call(supprimerTerme, { id })
    expect(await codes('corps')).not.toContain('ATTACHE')
  })

  it('refuse celui qu’une fiche utilise, et propose de le rendre inactif', async () => {
    const { id } = await terme(r, 'corps', 'CERTIFIE')
    await insertAgent(r, { corpsId: id })
    expect(await refusDe(r.call(supprimerTerme, { id }))).toMatchObject({
      code: 'forbidden',
      message:
        '« professeur certifié » est utilisé par des fiches du registre : il ne peut pas être supprimé. Vous pouvez le rendre inactif ; il ne sera plus proposé.',
    })
    await r.call(modifierTerme, { id, champs: { actif: 0 } })
    expect(await terme(r, 'corps', 'CERTIFIE')).toMatchObject({ actif: 0 })
  })

  it('dit qu’un terme n’existe plus', async () => {
    expect(await refusDe(r.call(supprimerTerme, { id: 'parti' }))).toMatchObject({ code: 'notFound' })
  })
})
