import type { Page } from 'playwright-core'

interface Passage {
  nom: string
  cle: string
  entoure: boolean
  /** Out of the window, or under something else. */
  cache: boolean
}

/** More than any screen has: beyond, the focus goes round and round in a part of it. */
const arrets = 400

/**
 * Goes through a screen with Tab alone, from its beginning until it comes back there. What is wrong on the way: a focus that
 * is not seen, one that is covered or out of the window, a part of the screen that it never leaves.
 */
export async function defautsDuParcours(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const passages: Passage[] = []
    const noter = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const seRemarque = (element: Element): boolean => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      }
      // A field of several values, or a choice among a few, is ringed by what holds it.
      const autour = target.closest('.mantine-Input-input') ?? target.nextElementSibling ?? target
      const passage: Passage = {
        nom: `${target.tagName} ${target.getAttribute('aria-label') ?? target.innerText.slice(0, 30)}`,
        cle: (target.dataset['passage'] ??= String(Math.random())),
        entoure: [target, autour].some(seRemarque),
        cache: false,
      }
      passages.push(passage)
      requestAnimationFrame(() => {
        if (document.activeElement === target) passage.cache = estCache(target)
      })
    }
    const estCache = (element: HTMLElement): boolean => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, Math.max(top, 0) + 6]
      const dessus = document.elementFromPoint(x, y)
      const voisins = dessus !== null && (element.parentElement ?? element).contains(dessus)
      return bottom < 0 || top > innerHeight || !(voisins || dessus?.contains(element) === true)
    }
    // The keys go faster than the page is drawn: what seemed covered is looked at again, standing still.
    const cesser = async (): Promise<Passage[]> => {
      document.removeEventListener('focusin', noter, true)
      for (const passage of passages.filter(({ cache }) => cache)) {
        const element = document.querySelector<HTMLElement>(`[data-passage="${passage.cle}"]`)
        element?.focus()
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        passage.cache = element !== null && estCache(element)
      }
      for (const element of document.querySelectorAll<HTMLElement>('[data-passage]')) delete element.dataset['passage']
      return passages
    }
    // From the top of the window, which nothing draws again: left where it was, the tour would begin in the middle of the page.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    document.addEventListener('focusin', noter, true)
    Object.assign(window, { passages, cesser })
  })
  let passages: Passage[] = []
  const revenu = (): boolean => new Set(passages.map(({ cle }) => cle)).size < passages.length
  while (!revenu() && passages.length < arrets) {
    for (let n = 0; n < 10; n += 1) await page.keyboard.press('Tab')
    passages = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return (window as unknown as { passages: Passage[] }).passages
    })
  }
  passages = await page.evaluate(() => (window as unknown as { cesser: () => Promise<Passage[]> }).cesser())
  const cles = passages.map(({ cle }) => cle)
  const retour = passages.find(({ cle }, index) => cles.indexOf(cle) < index)
  return [
    ...new Set([
      ...passages.filter(({ entoure }) => !entoure).map(({ nom }) => `focus invisible : ${nom}`),
      ...passages.filter(({ cache }) => cache).map(({ nom }) => `focus caché : ${nom}`),
      // Its very first elements may have been drawn again meanwhile.
      ...(retour && cles.indexOf(retour.cle) < 3 ? [] : [`le tour ne se ferme pas : ${retour?.nom ?? 'trop long'}`]),
    ]),
  ]
}

/** Controls that neither the eye nor the hand can reach: out of the window at its sides, and what scrolls sideways. */
export const horsDeLaFenetre = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const commandes = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=tab]'),
    ]
      // A grid scrolls sideways by nature, and its cells are reached by the arrows.
      .filter((element) => element.closest('.visually-hidden, [role=grid]') === null)
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 2 && (right > innerWidth + 1 || left < -1)
      })
      .map((element) => `hors de la fenêtre : ${element.getAttribute('aria-label') ?? element.innerText}`)
    const pages = [...document.querySelectorAll('#contenu, #contenu [data-page-scroll], #contenu [role=tabpanel]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `défile de côté : ${element.tagName} ${element.className}`)
    return [...commandes, ...pages]
  })
