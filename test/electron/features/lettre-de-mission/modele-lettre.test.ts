import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annulerEtape, listerJournal } from '../../../../shared/domain/journal/journal.contract'
import {
  apercuLettre,
  lireLettre,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { BlocModele } from '../../../../shared/domain/modele-lettre/modele-lettre'
import {
  apercuModele,
  dupliquerModele,
  lireModele,
  listerModeles,
  modifierModele,
  retirerModele,
} from '../../../../shared/domain/modele-lettre/modele-lettre.contract'
import { terme } from '../../../helpers/agent'
import { insertLettre, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const ajout: BlocModele = { genre: 'paragraphe', texte: 'Vous êtes {nommé|nommée} à {residenceNom}.' }
async function ajouterBloc(code: string, bloc: BlocModele) {
  const { contenu } = await r.call(lireModele, { code })
  return r.call(modifierModele, { code, champs: { blocs: [...contenu.blocs, bloc] } })
}
const rangees = () => r.db.selectFrom('modeleLettre').select(['code', 'libelle']).execute()

describe('modèles de lettres', () => {
  it('propose les cinq modèles d’origine, chacun à ses rôles, sans rien écrire dans le registre', async () => {
    expect((await r.call(listerModeles, {})).map(({ code, origine, roles }) => [code, origine, roles])).toEqual([
      ['coordonnateur', 'livre', ['Coord. académique', 'Coord. relais', 'Coord. de réseau']],
      ['formateur', 'livre', ['Formateur']],
      ['ecmlds', 'livre', ['ECMLDS']],
      ['coordonnateurDepartemental', 'livre', ['Coord. départemental']],
      ['referent', 'livre', ['Référent']],
    ])
    expect(await rangees()).toEqual([])
  })

  it('se modifie, imprime ce qu’on y a mis, et revient à l’origine', async () => {
    const residenceId = await insertLieu(r, '0350001A', 'Lycée Macé')
    const { lettre } = await insertLettre(r, { affectation: { residenceId } })
    expect((await ajouterBloc('coordonnateur', ajout)).origine).toBe('modifie')
    expect(lisible((await r.call(apercuLettre, { id: lettre.id })).html)).toContain('Vous êtes nommée à Lycée Macé.')
    await r.call(retirerModele, { code: 'coordonnateur' })
    expect(lisible((await r.call(apercuLettre, { id: lettre.id })).html)).not.toContain('Vous êtes nommée')
    expect(await refusDe(r.call(retirerModele, { code: 'coordonnateur' }))).toMatchObject({
      message: 'Ce modèle est déjà celui d’origine. Rien n’a changé.',
    })
  })

  it('signale sur la lettre la phrase qu’un champ vide empêche d’imprimer', async () => {
    const { lettre } = await insertLettre(r)
    await ajouterBloc('coordonnateur', { genre: 'paragraphe', texte: 'Courriel : {courriel}.' })
    const { constats } = await r.call(lireLettre, { id: lettre.id })
    expect(constats.filter(({ regle }) => regle === 'lettre.champVide').map(({ message }) => lisible(message))).toEqual(
      [
        'Le champ « Courriel » est vide : « Courriel : …. » (Durée et révision) n’est pas imprimé ; complétez les paramètres de l’académie.',
      ],
    )
    expect(lisible((await r.call(apercuLettre, { id: lettre.id })).html)).not.toContain('Courriel')
  })

  it('s’annule par le journal comme tout le reste', async () => {
    await ajouterBloc('formateur', ajout)
    expect(await rangees()).toEqual([{ code: 'formateur', libelle: 'Formateur, formatrice' }])
    await r.call(annulerEtape, {})
    expect(await rangees()).toEqual([])
  })

  it('se dit au journal modifié ou revenu à l’origine, et créé quand l’académie l’ajoute', async () => {
    await ajouterBloc('formateur', ajout)
    await r.call(retirerModele, { code: 'formateur' })
    await r.call(dupliquerModele, { code: 'formateur', libelle: 'Formateur itinérant' })
    const { etapes } = await r.call(listerJournal, { limite: 3 })
    expect(etapes.map(({ phrase }) => lisible(phrase))).toEqual([
      'Création du modèle de lettre « Formateur itinérant »',
      'Retour à l’origine du modèle de lettre « Formateur, formatrice »',
      'Modification du modèle de lettre « Formateur, formatrice »',
    ])
  })

  it('refuse un champ qui n’existe pas et ne change rien', async () => {
    expect(await refusDe(ajouterBloc('formateur', { genre: 'paragraphe', texte: '{salaire}' }))).toMatchObject({
      code: 'invalid',
      message: 'Aucun champ ne s’appelle « salaire ». Le modèle « Formateur, formatrice » n’a pas changé.',
    })
    expect(await rangees()).toEqual([])
  })

  it('refuse d’écraser ce qu’une autre fenêtre vient d’écrire', async () => {
    const avant = await r.call(lireModele, { code: 'formateur' })
    await ajouterBloc('formateur', ajout)
    const refus = refusDe(
      r.call(modifierModele, {
        code: 'formateur',
        champs: { blocs: [] },
        attendu: { blocs: avant.contenu.blocs },
      }),
    )
    expect(await refus).toMatchObject({ code: 'conflict' })
  })

  it('se duplique sous un autre nom, suit une lettre, et ne se supprime plus alors', async () => {
    const { lettre } = await insertLettre(r)
    const copie = await r.call(dupliquerModele, { code: 'coordonnateur', libelle: 'Coordonnateur REP+' })
    const autre = await r.call(dupliquerModele, { code: 'coordonnateur', libelle: 'Coordonnateur REP' })
    expect([copie.code, autre.code, copie.origine]).toEqual(['coordonnateur-rep', 'coordonnateur-rep-2', 'ajoute'])
    expect(copie.contenu.propose).toEqual({ roles: [], categorie: null })
    expect((await r.call(modifierLettre, { id: lettre.id, champs: { modele: copie.code } })).lettre.modele).toBe(
      copie.code,
    )
    expect(await refusDe(r.call(retirerModele, { code: copie.code }))).toMatchObject({
      code: 'forbidden',
      message:
        'Des lettres ou un circuit de signature suivent ce modèle : il ne peut pas être supprimé. Rien n’a changé.',
    })
    await r.call(retirerModele, { code: autre.code })
    expect(await rangees()).toEqual([{ code: 'coordonnateur-rep', libelle: 'Coordonnateur REP+' }])
  })

  it('donne à une lettre nouvelle le modèle de son rôle', async () => {
    const roleId = (await terme(r, 'role', 'ECMLDS')).id
    const { lettre } = await insertLettre(r, { affectation: { roleId } })
    expect(lettre.modele).toBe('ecmlds')
    expect(await refusDe(r.call(modifierLettre, { id: lettre.id, champs: { modele: 'rien' } }))).toMatchObject({
      code: 'notFound',
    })
  })

  it('montre une lettre selon un texte qui n’est pas encore enregistré', async () => {
    const { lettre } = await insertLettre(r)
    const { contenu } = await r.call(lireModele, { code: 'referent' })
    const { html, pied } = await r.call(apercuModele, { contenu, lettreId: lettre.id })
    expect(lisible(html)).toContain('Vous êtes désignée en qualité de')
    expect(pied).toContain('lettre de mission 2026-2027')
    expect(await rangees()).toEqual([])
  })
})
