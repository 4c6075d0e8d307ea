import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { constatsAxe } from '../helpers/axe'
import { lireEml } from '../helpers/courrier'
import { lireDocx, texteDe } from '../helpers/docx'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'
import { brancherImprimante } from '../helpers/imprimante'
import { documentBrut, paragrapheBrut } from '../helpers/modele-word'

const proprietes = (pdf: string): string => execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
const nombreDePages = (pdf: string): number => Number(/Pages:\s+(\d+)/u.exec(proprietes(pdf))?.[1])
const texte = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
/** What each page says, whatever the order in which its parts were written. */
const pages = (pdf: string): string[] =>
  texte(pdf)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split(/\s+/u).toSorted().join(' ').trim())

/** The letters of the demonstration on the real window, read back by other programs; each step stands on the former ones. */
describe('les lettres de mission', () => {
  const documents = mkdtempSync(join(tmpdir(), 'registre-lettres-'))
  let fenetre: Fenetre
  beforeAll(async () => {
    fenetre = await ouvrirFenetre({ taille: { width: 1366, height: 768 } })
    const { page } = fenetre
    page.setDefaultTimeout(15_000)
    await fenetre.enregistrerSous(join(documents, 'demo.mlds'))
    await page.getByRole('button', { name: 'Créer la démonstration…' }).click()
    await page
      .getByRole('combobox', { name: /Année/ })
      .or(page.getByText('2026-2027'))
      .first()
      .waitFor({ timeout: 60_000 })
    await page.evaluate(() => {
      location.hash = '#/lettres'
    })
  })
  afterAll(async () => {
    await fenetre.fermer()
  })

  it('les imprime toutes dans un PDF balisé, dont chaque lettre compte ses propres pages', async () => {
    const { page } = fenetre
    const pdf = join(documents, 'toutes.pdf')
    await fenetre.enregistrerSous(pdf)
    await page.getByRole('button', { name: /^Exporter 38.lettres$/ }).click()
    await page.getByRole('menuitem', { name: 'Toutes dans un seul PDF…' }).click()
    await page.getByText(/38.lettres exportées en PDF/).waitFor({ timeout: 60_000 })
    expect(proprietes(pdf)).toMatch(/Title:\s+Lettres de mission 2026-2027\n[\s\S]*Tagged:\s+yes[\s\S]*Page size:.*A4/u)
    const pieds = [
      ...texte(pdf).matchAll(/lettre de mission 2026-2027(?:, avenant n°.\d+)? – page (\d+)\/(\d+)/gu),
    ].map(([, rang, total]) => [Number(rang), Number(total)])
    expect(pieds).toHaveLength(nombreDePages(pdf))
    expect(pieds.filter(([rang]) => rang === 1)).toHaveLength(38)
    expect(pieds.filter(([rang, total]) => rang === total)).toHaveLength(38)
    const mentions = [...texte(pdf).matchAll(/Cofinancé par l’Union européenne/gu)]
    expect(mentions.length).toBeGreaterThan(0)
    expect(readFileSync(pdf, 'latin1').match(/\/S \/Figure/gu)).toHaveLength(mentions.length)
    const signees = texte(pdf)
      .split('\f')
      .filter((feuille) => /Lu et pris connaissance|Signé le/u.test(feuille))
    expect(signees).toHaveLength(38)
    for (const feuille of signees) expect(feuille).toMatch(/^\s*\d\. \S.*\n[\s\S]*^\s*Copies/mu)
  })

  it('les imprime depuis l’application : le papier porte, page pour page, ce que dit le PDF', async () => {
    const { page } = fenetre
    const imprimante = await brancherImprimante(fenetre)
    const travail = page.getByRole('group', { name: 'Impression' })
    const annonces = page.getByRole('alert').filter({ hasText: /impri/i })
    const imprimer = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Imprimer… (38)' }).click()
      await travail.waitFor()
      await travail.waitFor({ state: 'detached', timeout: 60_000 })
    }
    await page.getByRole('checkbox', { name: 'Tout sélectionner' }).click()
    await imprimante.devenir('abandonnee')
    await imprimer()
    expect(await annonces.count()).toBe(0)

    await imprimante.devenir('prete')
    await imprimer()
    await page.getByText(/^38.lettres envoyées à l’imprimante\.$/).waitFor()
    expect(pages(imprimante.papier)).toEqual(pages(join(documents, 'toutes.pdf')))
    expect(await imprimante.demandes()).toMatchObject([{}, { silent: false, pageSize: 'A4' }])

    for (const [etat, phrase] of [
      ['absente', /^Aucune imprimante n’est installée sur cet ordinateur/],
      ['bourree', /^L’impression n’a pas abouti/],
    ] as const) {
      await imprimante.devenir(etat)
      await imprimer()
      const refus = page.getByRole('alert').filter({ has: page.getByText(phrase) })
      await refus.getByRole('button', { name: 'Fermer' }).click()
    }
    await page.getByRole('button', { name: 'Désélectionner' }).click()
  })

  it('annule un export sans laisser de fichier à moitié écrit', async () => {
    const { page } = fenetre
    const dossier = join(documents, 'annulees')
    mkdirSync(dossier)
    await fenetre.choisir(dossier)
    await page.getByRole('button', { name: /^Exporter 38.lettres$/ }).click()
    await page.getByRole('menuitem', { name: 'Un PDF par agent, dans un dossier…' }).click()
    await page.getByRole('group', { name: 'Export des lettres' }).getByRole('button', { name: 'Annuler' }).click()
    await page.getByText('Export annulé. Les fichiers déjà écrits sont entiers.').waitFor({ timeout: 3000 })
    const fichiers = readdirSync(dossier)
    expect(fichiers.length).toBeLessThan(38)
    expect(fichiers.filter((nom) => !nom.endsWith('.pdf'))).toEqual([])
    expect(fichiers.filter((nom) => !readFileSync(join(dossier, nom), 'latin1').trimEnd().endsWith('%%EOF'))).toEqual(
      [],
    )
  })

  it('en écrit un document Word par agent', async () => {
    const { page } = fenetre
    const dossier = join(documents, 'word')
    mkdirSync(dossier)
    await fenetre.choisir(dossier)
    await page.getByRole('button', { name: /^Exporter 38.lettres$/ }).click()
    await page.getByRole('menuitem', { name: 'Un document Word par agent, dans un dossier…' }).click()
    await page.getByText(/38.lettres exportées en Word/).waitFor({ timeout: 30_000 })
    const fichiers = readdirSync(dossier)
    expect(fichiers.filter((nom) => nom.endsWith('.docx'))).toHaveLength(38)
    const [premier = ''] = fichiers
    const word = await lireDocx(readFileSync(join(dossier, premier)))
    expect(texteDe(word.get('word/document.xml') ?? '').join('\n')).toContain('Lettre de mission')
    // Again in the same folder: what is there stays until it is said otherwise.
    const deja = join(dossier, premier)
    writeFileSync(deja, 'gardé')
    const encore = async (reponse: string): Promise<void> => {
      await fenetre.choisir(dossier)
      await page.getByRole('button', { name: /^Exporter 38.lettres$/ }).click()
      await page.getByRole('menuitem', { name: 'Un document Word par agent, dans un dossier…' }).click()
      const question = page.getByRole('dialog', { name: 'Remplacer les fichiers de ce dossier ?' })
      await question.getByText(/^«.word.» contient déjà «.+\.docx.» et 37.autres des fichiers à écrire\./).waitFor()
      expect(await constatsAxe(page)).toEqual([])
      await question.getByRole('button', { name: reponse }).click()
      await question.waitFor({ state: 'detached' })
    }
    await encore('Annuler')
    expect(readFileSync(deja, 'utf8')).toBe('gardé')
    await encore('Remplacer les fichiers')
    await expect.poll(() => readFileSync(deja, 'latin1').slice(0, 2), { timeout: 30_000 }).toBe('PK')
    await page.getByRole('group', { name: 'Export des lettres' }).waitFor({ state: 'detached' })
  })

  it('montre à l’écran les pages que le PDF aura', async () => {
    const { page } = fenetre
    const brouillon = page.getByRole('row').filter({ hasText: 'Brouillon' }).first()
    await brouillon
      .getByText(/^\p{Lu}{2,}.* \p{Lu}\p{Ll}+$/u)
      .first()
      .click()
    const annonce = page.getByText(/^Aperçu, \d.pages$/)
    await annonce.waitFor()
    const montrees = Number(/\d/u.exec(await annonce.innerText())?.[0])
    const pdf = join(documents, 'une.pdf')
    await fenetre.enregistrerSous(pdf)
    await page
      .getByRole('region', { name: 'Aperçu de la lettre' })
      .getByRole('button', { name: 'Enregistrer le PDF…' })
      .click()
    await page.getByText(/1.lettre exportée en PDF/).waitFor({ timeout: 30_000 })
    expect(nombreDePages(pdf)).toBe(montrees)
    const nom = (await page.getByRole('heading', { level: 1 }).innerText()).trim()
    expect(texte(pdf)).toContain(`${nom} – lettre de mission 2026-2027 – page 1/${String(montrees)}`)
    expect(fenetre.plaintes).toEqual([])
  })

  it('dit une fois, dans l’historique, l’étape qui a écrit la lettre et ses lignes', async () => {
    const { page } = fenetre
    await page.getByRole('tab', { name: 'Historique' }).click()
    const historique = page.getByRole('region', { name: 'Changements de la fiche' })
    await historique.getByText(/ajout : lettre de mission /).waitFor()
    expect(await historique.getByText(/ajout : établissement d’intervention /).count()).toBeGreaterThan(2)
    expect(await historique.getByText(/^Création du registre de démonstration/).count()).toBe(1)
  })

  it('laisse lire les établissements d’une lettre signée, sans rien en changer', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/lettres?filtre=signees'
    })
    await page.locator('[role=gridcell][data-row="0"][data-col="1"]').dblclick()
    await page.getByRole('tab', { name: /^Établissements/ }).click()
    const liste = page.getByRole('grid', { name: 'Établissements d’intervention' })
    await liste.locator('[data-row="0"] [data-open]').click()
    const volume = page.getByRole('textbox', { name: 'Volume' })
    expect(await volume.isEditable()).toBe(false)
    expect(await liste.getAttribute('aria-readonly')).toBe('true')
    expect(await page.getByRole('combobox', { name: 'Ajouter un établissement' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Retirer/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Fermer le détail' }).click()
    await volume.waitFor({ state: 'detached' })
  })

  it('change un modèle : un champ inséré se voit sur la page, et Ctrl + Z le retire', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/parametres/modeles/coordonnateur'
    })
    const apercu = page.frameLocator('iframe[title="Aperçu du modèle"]')
    const phrase = page.getByRole('textbox', { name: 'Paragraphe 2', exact: true })
    await phrase.click({ position: { x: 20, y: 14 } })
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Suivi par')
    await page.keyboard.press('{')
    await page.getByRole('combobox', { name: 'Chercher un champ' }).fill('affaire')
    await page.keyboard.press('Enter')
    await apercu.getByText('Suivi par Coordination académique MLDS').waitFor()
    await page.keyboard.press('F1')
    await page
      .getByRole('complementary', { name: 'Aide' })
      .getByRole('heading', { level: 2, name: 'Modèles de lettres' })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Objet' }).focus()
    await page.getByText('Modèle d’origine, modifié par votre académie.').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Modèle d’origine. Les lettres signées gardent leur texte.').waitFor()
    expect(await phrase.innerText()).not.toContain('Suivi par')
    expect(fenetre.plaintes).toEqual([])
  })

  it('prend le document Word de l’académie, contrôlé : refusé hostile ou fautif, employé une fois pris', async () => {
    const { page } = fenetre
    const ecrire = (nom: string, contenu: Uint8Array): string => {
      writeFileSync(join(documents, nom), contenu)
      return join(documents, nom)
    }
    const lien = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
    const refus: readonly [string, string, RegExp][] = [
      ['texte.docx', ecrire('texte.docx', Buffer.from('Pas un document')), /texte\.docx.* n’est pas un document Word/],
      [
        'macros.docx',
        ecrire(
          'macros.docx',
          documentBrut({
            corps: paragrapheBrut('{nom}'),
            type: 'application/vnd.ms-word.document.macroEnabled.main+xml',
          }),
        ),
        /prévu pour des macros/,
      ],
      [
        'lien.docx',
        ecrire(
          'lien.docx',
          documentBrut({
            corps: paragrapheBrut('{nom}'),
            liens: `<Relationship Id="r1" Type="${lien}" Target="https://example.org/suivi.png" TargetMode="External"/>`,
          }),
        ),
        /montre une image qui n’est pas dans le fichier/,
      ],
    ]
    const fautif = ecrire('fautif.docx', documentBrut({ corps: paragrapheBrut('{prenonNom} {#visas}') }))
    const sain = ecrire(
      'academie.docx',
      documentBrut({ corps: paragrapheBrut('Papier de l’académie pour {civilite} {prenomNom}, ', '{ro', 'le}.') }),
    )
    await page.evaluate(() => {
      location.hash = '#/parametres?onglet=modelesWord'
    })
    const depart = join(documents, 'depart.docx')
    await fenetre.enregistrerSous(depart)
    await page.getByRole('button', { name: 'Enregistrer un document de départ…' }).click()
    await page.getByText('Document de départ enregistré.').waitFor()

    await fenetre.choisir(...refus.map(([, chemin]) => chemin), fautif, depart, sain)
    const ligne = page.getByRole('listitem', { name: 'Coordonnateur, coordonnatrice' })
    await ligne.getByRole('button', { name: 'Choisir un document…' }).click()
    const prendre = page.getByRole('button', { name: 'Prendre ce document' })
    const autre = page.getByRole('button', { name: 'Choisir un autre document…' })
    for (const [nom, , phrase] of refus) {
      const controle = page.getByRole('dialog', { name: `Contrôle de « ${nom} »` })
      await controle.getByRole('alert').getByText('Ce document ne peut pas être pris.').waitFor()
      await controle.getByText(phrase).waitFor()
      expect(await prendre.isDisabled()).toBe(true)
      await autre.click()
    }
    const erreurs = page.getByRole('list', { name: 'Erreurs' })
    await erreurs.getByText('{prenonNom} n’est pas un champ connu. Vouliez-vous dire {prenomNom} ?').waitFor()
    await erreurs.getByText(/^\{#visas\} n’est pas fermée/).waitFor()
    expect(await prendre.isDisabled()).toBe(true)
    await autre.click()
    await page.getByText(/^Ce document peut être pris : \d+.mots reconnus, aucune erreur\.$/).waitFor()
    await autre.click()
    await page.getByText('Ce document peut être pris : 3 mots reconnus, aucune erreur.').waitFor()
    await page.getByText(/^\d+.mots que ce document n’emploie pas$/).click()
    await page.getByText(/\{quotite\} Quotité/).waitFor()
    expect(await constatsAxe(page)).toEqual([])
    await prendre.click()
    await ligne.getByText(/^academie\.docx, du /).waitFor()

    const dossier = join(documents, 'du-modele')
    mkdirSync(dossier)
    await fenetre.choisir(dossier)
    await page.evaluate(() => {
      location.hash = '#/lettres'
    })
    await page.getByRole('button', { name: /^Exporter 38.lettres$/ }).click()
    await page.getByRole('menuitem', { name: 'Un document Word par agent, dans un dossier…' }).click()
    const exportees = /38.lettres exportées en Word/
    await page.getByText(exportees).last().waitFor({ timeout: 30_000 })
    const textes = new Map<string, string[]>()
    for (const nom of readdirSync(dossier))
      textes.set(nom, texteDe((await lireDocx(readFileSync(join(dossier, nom)))).get('word/document.xml') ?? ''))
    const duModele = [...textes].filter(([, lignes]) => lignes[0]?.startsWith('Papier de l’académie'))
    expect(duModele.length).toBeGreaterThan(0)
    for (const [nom, lignes] of duModele) {
      expect(nom).toMatch(/coordonnat(?:eur|rice)/)
      expect(lignes).toEqual([expect.stringMatching(/pour (?:Madame|Monsieur) .+, coordonnat(?:eur|rice)/)])
    }
    const autres = [...textes.values()].filter((lignes) => lignes.some((ligne) => /^Objet.: /u.test(ligne)))
    expect(autres.length + duModele.length).toBe(38)
  })

  it('écrit du suivi les bordereaux et les rappels, que d’autres programmes lisent', async () => {
    const { page } = fenetre
    await page.evaluate(() => {
      location.hash = '#/parametres?onglet=courriels'
    })
    const departements = ['96', '99']
    for (const qui of [/^L’inspecteur d’académie/, /^L’inspecteur de l’éducation nationale/]) {
      const signataire = page.getByRole('group', { name: qui })
      for (const departement of departements) {
        const champ = signataire.getByRole('textbox', { name: `Département ${departement}` })
        await champ.fill(`d${departement}@ac-valombre.example`)
        await champ.press('Tab')
      }
      await signataire.getByText(/^Enregistré à/).waitFor()
    }
    const [bordereaux, courriels] = [join(documents, 'bordereaux'), join(documents, 'courriels')]
    mkdirSync(bordereaux)
    mkdirSync(courriels)
    await page.evaluate(() => {
      location.hash = '#/lettres/suivi'
    })
    // What was announced before stays until it is closed, and would hide what comes next.
    const annonces = page.getByRole('alert').getByRole('button', { name: 'Fermer' })
    while ((await annonces.count()) > 0) await annonces.first().click()
    await fenetre.choisir(bordereaux, courriels)
    await page.getByRole('button', { name: 'Bordereaux de signature…' }).click()
    await page.getByText(/bordereaux écrits/).waitFor()
    const pdfs = readdirSync(bordereaux).map((nom) => join(bordereaux, nom))
    expect(pdfs.length).toBeGreaterThan(1)
    for (const pdf of pdfs) expect(proprietes(pdf)).toMatch(/Title:\s+Bordereau de signature[\s\S]*Tagged:\s+yes/u)
    await page.getByRole('button', { name: /^Rappeler \d+.signatures en retard…$/ }).click()
    await page.getByText(/brouillons écrits/).waitFor()
    const brouillons = readdirSync(courriels).map((nom) => lireEml(readFileSync(join(courriels, nom))))
    expect(brouillons.length).toBeGreaterThan(pdfs.length)
    const adresses = readdirSync(courriels).flatMap((nom, rang) => {
      const departement = departements.find((code) => nom.startsWith(`${code} - `))
      return departement === undefined ? [] : [[departement, brouillons[rang]?.enTetes['to']]]
    })
    expect(adresses.length).toBeGreaterThan(0)
    for (const [departement = '', adresse] of adresses)
      expect(adresse).toContain(`<d${departement}@ac-valombre.example>`)
    for (const { enTetes, pieces } of brouillons) {
      expect(enTetes['x-unsent']).toBe('1')
      expect(pieces[0]?.contenu.toString('latin1', 0, 5)).toBe('%PDF-')
    }
    const reserves = page.getByRole('dialog', { name: 'À compléter avant d’envoyer' })
    await reserves
      .getByText(/L’adresse électronique manque pour le département.98 \(Paramètres, Courriels\)\./)
      .first()
      .waitFor()
  })
})
